import { expect, test } from 'vitest';
import { isFieldId, recordProblem, unmarked, type VisitRecord } from '~/domain/health-care/visit-record';
import { newId } from '~/domain/shared/id';

const TODAY = '2026-03-10';
const LIST = { status: 'published' as const, inForceFromOn: '2026-01-01', items: [{ code: 'A01' }, { code: 'A02' }] };
const FINDING = { id: newId(), itemCode: 'A01', weight: 'minor' as const, statement: '积水', mendByOn: '2026-03-20' };

const record = (part: Partial<VisitRecord> = {}): VisitRecord => ({
  visitId: newId(),
  institutionId: newId(),
  kind: 'routine',
  visitedOn: TODAY,
  checklistId: newId(),
  results: [{ code: 'A01', mark: 'fine', note: '' }],
  findings: [],
  summary: '',
  metWith: '',
  recordedAt: '2026-03-10T02:00:00.000Z',
  ...part,
});

test.each<[string, Partial<VisitRecord>, string | null]>([
  ['of today', {}, null],
  ['of long ago, from a phone that lay in a drawer', { visitedOn: '2026-01-01' }, null],
  ['of tomorrow, from a clock that is ahead', { visitedOn: '2026-03-11' }, null],
  ['of the day after tomorrow', { visitedOn: '2026-03-12' }, 'visit_day_in_future'],
  ['from before the checklist was in force', { visitedOn: '2025-12-31' }, 'visit_checklist_not_in_force'],
  ['with a line that the checklist does not have', { results: [{ code: 'Z9', mark: 'fine', note: '' }] }, 'visit_line_unknown'],
  [
    'with one line twice',
    {
      results: [
        { code: 'A01', mark: 'fine', note: '' },
        { code: 'A01', mark: 'problem', note: 'x' },
      ],
    },
    'visit_line_unknown',
  ],
  ['with a problem and no word on it', { results: [{ code: 'A01', mark: 'problem', note: '' }] }, 'visit_problem_without_words'],
  ['with a problem and a note', { results: [{ code: 'A01', mark: 'problem', note: '积水' }] }, null],
  ['with a problem and a thing to be mended', { results: [{ code: 'A01', mark: 'problem', note: '' }], findings: [FINDING] }, null],
  [
    'with a problem and a thing to be mended of another line',
    { results: [{ code: 'A02', mark: 'problem', note: '' }], findings: [FINDING] },
    'visit_problem_without_words',
  ],
  ['with nothing at all', { results: [] }, 'visit_nothing_recorded'],
  ['with a summary alone', { results: [], summary: '机构当日闭园' }, null],
  ['with a thing to be mended that says nothing', { findings: [{ ...FINDING, statement: '' }] }, 'finding_without_words'],
  ['to be mended on the day itself', { findings: [{ ...FINDING, mendByOn: TODAY }] }, null],
  ['to be mended the day before', { findings: [{ ...FINDING, mendByOn: '2026-03-09' }] }, 'finding_day_before_visit'],
  ['to be mended in years', { findings: [{ ...FINDING, mendByOn: '2028-03-09' }] }, 'finding_day_far'],
  ['with something of a line that is not there', { findings: [{ ...FINDING, itemCode: 'Z9' }] }, 'visit_line_unknown'],
  ['with one thing twice', { findings: [FINDING, FINDING] }, 'form_malformed'],
  ['with an id that no phone made', { findings: [{ ...FINDING, id: 'f1' }] }, 'form_malformed'],
])('a record %s', (_name, part, code) => {
  expect(recordProblem(record(part), LIST, TODAY)?.code ?? null).toBe(code);
});

test.each(['draft', 'withdrawn'] as const)('nobody records by a checklist that is %s', (status) => {
  expect(recordProblem(record(), { ...LIST, status }, TODAY)?.code).toBe('visit_checklist_not_in_force');
});

test('lines without a mark are named, and no reason to refuse', () => {
  expect(unmarked(record(), LIST.items)).toEqual(['A02']);
});

test.each([
  [newId(), true],
  ['0190a5d2-7b1c-4abc-9abc-0123456789ab', false],
  ['', false],
  ["0190a5d2-7b1c-7abc-9abc-0123456789ab'--", false],
])('%s is an id from a phone: %s', (id, expected) => {
  expect(isFieldId(id)).toBe(expected);
});
