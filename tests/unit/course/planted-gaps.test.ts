import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComplianceGap, checkCompliance, modulesFromOutline } from '~/domain/course/compliance';
import type { CourseModule } from '~/domain/course/course';
import type { Outline } from '~/domain/course/outline';

type Asked = Pick<Outline, 'theoryMinutes' | 'practiceMinutes' | 'modules'>;
type Plan = { drop: boolean; theoryCut: number; practiceCut: number; forget: number };

/** An outline of modules with topics that no two modules share. */
const outlines: fc.Arbitrary<Asked> = fc
  .array(
    fc.record({
      theory: fc.integer({ min: 1, max: 20 }),
      practice: fc.integer({ min: 0, max: 20 }),
      topics: fc.integer({ min: 0, max: 5 }),
    }),
    {
      minLength: 1,
      maxLength: 15,
    },
  )
  .map((rows) => {
    const modules = rows.map((row, at) => ({
      code: `T${at}`,
      titleZh: `模块${at}甲`,
      titleEn: `Module ${at}`,
      theoryMinutes: row.theory * 45,
      practiceMinutes: row.practice * 45,
      topics: Array.from({ length: row.topics }, (_, n) => `知识${at}之${n}点`),
    }));
    const sum = (key: 'theoryMinutes' | 'practiceMinutes') => modules.reduce((total, module) => total + module[key], 0);
    return { modules, theoryMinutes: sum('theoryMinutes'), practiceMinutes: sum('practiceMinutes') };
  });

const plans = fc.array(fc.record({ drop: fc.boolean(), theoryCut: fc.nat(3), practiceCut: fc.nat(3), forget: fc.nat(3) }), {
  minLength: 15,
  maxLength: 15,
});

const cut = (minutes: number, by: number) => Math.max(0, minutes - by * 30);

/** A course with the planned gaps in it, and the gaps that a reader with a pencil would find. */
const plant = (outline: Asked, plan: readonly Plan[]): { course: CourseModule[]; planted: string[] } => {
  const planted: string[] = [];
  const course = modulesFromOutline(outline).flatMap((module, at) => {
    const { drop, theoryCut, practiceCut, forget } = plan[at] ?? { drop: false, theoryCut: 0, practiceCut: 0, forget: 0 };
    const forgotten = drop ? module.topics : module.topics.slice(0, forget);
    planted.push(...forgotten.map((topic) => `topic_missing ${module.code} ${topic}`));
    if (drop) {
      planted.push(`module_missing ${module.code}`);
      return [];
    }
    const theoryMinutes = cut(module.theoryMinutes, theoryCut);
    const practiceMinutes = cut(module.practiceMinutes, practiceCut);
    if (theoryMinutes < module.theoryMinutes) planted.push(`module_theory_short ${module.code} ${module.theoryMinutes - theoryMinutes}`);
    if (practiceMinutes < module.practiceMinutes)
      planted.push(`module_practice_short ${module.code} ${module.practiceMinutes - practiceMinutes}`);
    return [{ ...module, theoryMinutes, practiceMinutes, topics: module.topics.filter((topic) => !forgotten.includes(topic)) }];
  });
  const missing = (key: 'theoryMinutes' | 'practiceMinutes') => outline[key] - course.reduce((total, module) => total + module[key], 0);
  const [theory, practice] = [missing('theoryMinutes'), missing('practiceMinutes')];
  if (theory + practice > 0) planted.push(`total_minutes_short ${theory + practice}`);
  if (theory > 0) planted.push(`theory_minutes_short ${theory}`);
  if (practice > 0) planted.push(`practice_minutes_short ${practice}`);
  return { course, planted };
};

const named = ({ code, params }: ComplianceGap): string =>
  [code, params.module, params.topic, code === 'module_missing' ? undefined : params.short].filter((part) => part !== undefined).join(' ');

test('gaps planted in outlines of every shape are all found, and none is invented', () => {
  fc.assert(
    fc.property(outlines, plans, (outline, plan) => {
      const { course, planted } = plant(outline, plan);
      expect(checkCompliance(course, outline).gaps.map(named).sort()).toEqual(planted.sort());
    }),
    { numRuns: 200 },
  );
});

test('a course that offers more than the outline has no gap', () => {
  fc.assert(
    fc.property(outlines, fc.nat(500), (outline, more) => {
      const course = modulesFromOutline(outline).map((module) => ({
        ...module,
        theoryMinutes: module.theoryMinutes + more,
        topics: [...module.topics, '额外'],
      }));
      expect(checkCompliance(course, outline).gaps).toEqual([]);
    }),
  );
});
