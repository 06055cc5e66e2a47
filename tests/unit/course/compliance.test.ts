import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCompliance, coversOutline, gapsToRead, meetsOutline, modulesFromOutline } from '~/domain/course/compliance';
import type { CourseModule } from '~/domain/course/course';
import { SEED_OUTLINES } from '~/domain/course/outline-seed';

const outlineOf = (category: string) => {
  const outline = SEED_OUTLINES.find((candidate) => candidate.category === category);
  if (!outline) throw new Error(`no outline for ${category}`);
  return outline;
};
const caregiver = outlineOf('caregiver');
const change = (code: string, change: Partial<CourseModule>): CourseModule[] =>
  modulesFromOutline(caregiver).map((module) => (module.code === code ? { ...module, ...change } : module));

test.each([
  ['principal', 40, 20, 13],
  ['caregiver', 60, 60, 14],
  ['health_staff', 16, 8, 7],
])('the shipped outline for %s asks %i hours of theory and %i of practice in %i modules', (category, theory, practice, modules) => {
  const outline = outlineOf(category);
  expect(outline.theoryMinutes).toBe(theory * 45);
  expect(outline.practiceMinutes).toBe(practice * 45);
  expect(outline.modules).toHaveLength(modules);
});

test('no shipped value claims to be official, and every title is in both languages', () => {
  for (const outline of SEED_OUTLINES) {
    expect(outline.source).toBe('proposed');
    expect(new Set(outline.modules.map((module) => module.code)).size).toBe(outline.modules.length);
    for (const { titleZh, titleEn } of [outline, ...outline.modules]) {
      expect(titleZh).toMatch(/\p{Script=Han}/u);
      expect(titleEn).toMatch(/^[\x20-\x7e]+$/);
    }
  }
});

test.each(SEED_OUTLINES.map((outline) => [outline.category, outline] as const))(
  'a draft taken from the %s outline has no gap',
  (_, outline) => {
    const compliance = checkCompliance(modulesFromOutline(outline), outline);
    expect(compliance.gaps).toEqual([]);
    expect(compliance.extra).toEqual([]);
    expect(coversOutline(compliance)).toBe(true);
  },
);

describe('gaps are named', () => {
  test('a module that is left out', () => {
    const modules = modulesFromOutline(caregiver).filter((module) => module.code !== 'C-T8');
    const compliance = checkCompliance(modules, caregiver);
    expect(compliance.gaps).toEqual([
      { code: 'total_minutes_short', params: { asked: 5400, offered: 5310, short: 90 } },
      { code: 'theory_minutes_short', params: { asked: 2700, offered: 2610, short: 90 } },
      { code: 'module_missing', params: { module: 'C-T8', asked: 90 } },
    ]);
    expect(meetsOutline(compliance)).toBe(false);
  });

  test('a module that is short while another makes up the total: hours met, outline not covered', () => {
    const modules = change('C-T2', { theoryMinutes: 90 }).map((module) =>
      module.code === 'C-T1' ? { ...module, theoryMinutes: 360 } : module,
    );
    const compliance = checkCompliance(modules, caregiver);
    expect(compliance.gaps).toEqual([{ code: 'module_theory_short', params: { module: 'C-T2', asked: 180, offered: 90, short: 90 } }]);
    expect(compliance.modules.find((module) => module.code === 'C-T2')?.state).toBe('short');
    expect(meetsOutline(compliance)).toBe(true);
    expect(coversOutline(compliance)).toBe(false);
  });

  test('theory does not stand in for practice', () => {
    const modules = change('C-P1', { theoryMinutes: 18 * 45, practiceMinutes: 0 });
    const codes = checkCompliance(modules, caregiver).gaps.map((gap) => gap.code);
    expect(codes).toEqual(['practice_minutes_short', 'module_practice_short']);
  });

  test('a topic that nobody teaches', () => {
    const compliance = checkCompliance(change('C-T2', { topics: ['设置标准与管理规范', '未成年人保护法'] }), caregiver);
    expect(compliance.gaps).toEqual([{ code: 'topic_missing', params: { module: 'C-T2', topic: '强制报告' } }]);
    expect(compliance.topicsMissing).toBe(1);
  });
});

test('a reader is told of a missing module once, not of each of its topics', () => {
  const gaps = checkCompliance(
    modulesFromOutline(caregiver).filter((module) => module.code !== 'C-T2'),
    caregiver,
  ).gaps;
  expect(gaps.filter((gap) => gap.code === 'topic_missing').length).toBeGreaterThan(0);
  expect(gapsToRead(gaps).map((gap) => gap.code)).toEqual(['total_minutes_short', 'theory_minutes_short', 'module_missing']);
});

test('none are invented', () => {
  const split = [
    ...change('C-T3', { theoryMinutes: 270 }),
    { code: 'X-1', title: '发展（下）', theoryMinutes: 270, practiceMinutes: 0, topics: [], outlineModuleCode: 'C-T3' },
  ];
  expect(checkCompliance(split, caregiver).gaps).toEqual([]);
  const moved = change('C-T2', { topics: ['设置标准与管理规范', '未成年人保护法'] });
  const elsewhere = moved.map((module) =>
    module.code === 'C-T7' ? { ...module, topics: [...module.topics, '强制 报告（案例）'] } : module,
  );
  expect(checkCompliance(elsewhere, caregiver).gaps).toEqual([]);
});

test('modules beyond the outline are listed as extra', () => {
  const extra = { code: 'X-2', title: '音乐律动', theoryMinutes: 45, practiceMinutes: 0, topics: [], outlineModuleCode: null };
  const compliance = checkCompliance([...modulesFromOutline(caregiver), extra], caregiver);
  expect(compliance.extra).toEqual(['X-2']);
  expect(coversOutline(compliance)).toBe(true);
});

test('an empty draft misses everything and nothing twice', () => {
  const compliance = checkCompliance([], caregiver);
  expect(compliance.modules.every((module) => module.state === 'missing')).toBe(true);
  expect(compliance.topicsMissing).toBe(compliance.topicsAsked);
  expect(new Set(compliance.gaps.map((gap) => JSON.stringify(gap))).size).toBe(compliance.gaps.length);
});

test('every planted set of missing modules is found exactly', () => {
  const codes = caregiver.modules.map((module) => module.code);
  fc.assert(
    fc.property(fc.subarray(codes), (dropped) => {
      const kept = modulesFromOutline(caregiver).filter((module) => !dropped.includes(module.code));
      const found = checkCompliance(kept, caregiver).gaps.flatMap((gap) => (gap.code === 'module_missing' ? [gap.params.module] : []));
      expect(found).toEqual(dropped);
    }),
  );
});
