import { expect, test } from 'vitest';
import { attachmentName } from '~/domain/course/attachment';
import { type CourseModule, DEFAULT_PASS_RULE, isPublicCourse, isTeachable } from '~/domain/course/course';
import { courseHistory } from '~/domain/course/history';
import { missingParts } from '~/domain/course/readiness';
import { containing, foldForSearch, searchWords } from '~/domain/course/search-text';
import { changedFields, isUnchanged, syllabusChange } from '~/domain/course/syllabus-change';

const module = (code: string, change: Partial<CourseModule> = {}): CourseModule => ({
  code,
  title: code,
  theoryMinutes: 90,
  practiceMinutes: 0,
  topics: ['甲'],
  outlineModuleCode: null,
  ...change,
});
const text = (change = {}) => ({
  title: '课程',
  categories: ['caregiver' as const],
  audience: '保育人员',
  summary: '',
  delivery: 'on_site' as const,
  passRule: DEFAULT_PASS_RULE,
  modules: [module('A'), module('B'), module('C')],
  ...change,
});

test('the same text in another order of keys has not changed', () => {
  const { minTheoryScore, ...rest } = DEFAULT_PASS_RULE;
  expect(isUnchanged(syllabusChange(text(), text({ passRule: { minTheoryScore, ...rest } })))).toBe(true);
});

test('every difference is named once', () => {
  const after = text({ title: '新课程', modules: [module('B'), module('A', { theoryMinutes: 45 }), module('D')] });
  const change = syllabusChange(text(), after);
  expect(change.fields).toEqual(['title', 'moduleOrder']);
  expect(change.modules.map(({ kind, code }) => [kind, code])).toEqual([
    ['changed', 'A'],
    ['added', 'D'],
    ['removed', 'C'],
  ]);
});

test('only the parts that differ are written to the event of an edit', () => {
  expect(changedFields(text(), text({ audience: '负责人' }))).toEqual(['audience']);
  expect(changedFields(text(), text())).toEqual([]);
});

test.each([
  ['published', '2026-01-01', 'v1', true, true],
  ['draft', '2026-01-01', 'v1', true, true],
  ['submitted', '2026-01-01', 'v1', true, true],
  ['approved', null, 'v1', false, true],
  ['draft', null, null, false, false],
  ['archived', '2026-01-01', 'v1', false, false],
] as const)(
  'a course that is %s, public since %s with version %s: public %s, taught %s',
  (status, publishedAt, currentSyllabusId, isPublic, taught) => {
    expect(isPublicCourse({ status, publishedAt, currentSyllabusId })).toBe(isPublic);
    expect(isTeachable({ status, currentSyllabusId })).toBe(taught);
  },
);

test.each([
  [{}, []],
  [{ audience: ' ' }, ['audience']],
  [{ contactName: '', contactPhone: '' }, ['contactName', 'contactPhone']],
  [{ modules: [] }, ['modules']],
  [{ modules: [{ theoryMinutes: 0, practiceMinutes: 0 }] }, ['moduleHours']],
])('a draft with %o still misses %o', (change, missing) => {
  const draft = {
    audience: '保育人员',
    summary: '简介',
    contactName: '教务',
    contactPhone: '010-65550100',
    modules: [{ theoryMinutes: 45, practiceMinutes: 0 }],
  };
  expect(missingParts({ ...draft, ...change })).toEqual(missing);
});

test.each([
  ['ＡＢＣ　急救', ['abc', '急救']],
  ['  急救  急救 ', ['急救']],
  ['', []],
  ['a b c d e f g h', ['a', 'b', 'c', 'd', 'e', 'f']],
])('“%s” is searched as %o', (query, words) => {
  expect(searchWords(query)).toEqual(words);
});

test('a wildcard that was typed is itself', () => {
  expect(containing('100%_\\')).toBe('%100\\%\\_\\\\%');
  expect(foldForSearch('１００％')).toBe('100%');
});

test.each([
  ['教学计划.PDF', 'pdf', '教学计划.pdf'],
  ['../../etc/passwd', 'png', 'passwd.png'],
  ['C:\\计划.v2.docx', 'docx', '计划.v2.docx'],
  ['', 'pdf', 'file.pdf'],
  ['\u202Egpj.exe', 'jpg', 'gpj.jpg'],
  ['长'.repeat(300), 'pdf', `${'长'.repeat(100)}.pdf`],
] as const)('the file “%s” of type %s is kept as “%s”', (given, type, kept) => {
  expect(attachmentName(given, type)).toBe(kept);
});

test('edits in a row by one author are one entry with the last time, and the history begins with the newest', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
  const event = (id: string, name: string, minute: number, actorName = '甲', data = {}) => ({
    id,
    name,
    at: at(minute),
    actorName,
    organisationName: '学院',
    data,
  });
  const history = courseHistory([
    event('1', 'course.drafted', 0),
    event('2', 'course.edited', 1),
    event('3', 'course.edited', 2),
    event('4', 'course.edited', 3, '乙'),
    event('5', 'course.submitted', 4, '乙', { dueOn: '2026-01-15' }),
    event('6', 'class.opened', 5),
  ]);
  expect(history.map(({ step, edits, by, at: when }) => [step, edits, by, when.getUTCMinutes()])).toEqual([
    ['submitted', 1, '乙', 4],
    ['edited', 1, '乙', 3],
    ['edited', 2, '甲', 2],
    ['drafted', 1, '甲', 0],
  ]);
  expect(history[0]?.dueOn).toBe('2026-01-15');
});
