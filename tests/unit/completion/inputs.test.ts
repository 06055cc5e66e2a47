import { expect, test } from 'vitest';
import { certificateSearch, scoreForm, scorePasteSittings, verifyForm } from '~/domain/completion/inputs';

const grid = { 'theory.a': '77.5', 'practical.a': '', 'date.theory': '2026-03-08', 'assessor.theory': '赵考评', intent: 'save' };

test('a grid becomes entries; an empty cell takes a score back and needs no date', () => {
  expect(scoreForm.parse(grid)).toEqual({
    redate: false,
    entries: [
      { kind: 'theory', enrolmentId: 'a', points: 77.5, assessedOn: '2026-03-08', assessor: '赵考评' },
      { kind: 'practical', enrolmentId: 'a', points: null, assessedOn: '', assessor: '' },
    ],
  });
});

test.each([
  [{ ...grid, 'theory.a': '七十' }, 'theory.a', 'score_range'],
  [{ ...grid, 'theory.a': '1e2' }, 'theory.a', 'score_range'],
  [{ ...grid, 'theory.a': '-1' }, 'theory.a', 'score_range'],
  [{ ...grid, 'date.theory': '' }, 'date.theory', 'field_date'],
  [{ ...grid, 'date.theory': '2026-02-30' }, 'date.theory', 'field_date'],
  [{ ...grid, 'assessor.theory': '长'.repeat(51) }, 'assessor.theory', 'field_format'],
])('%j is refused at its field', (form, path, message) => {
  expect(scoreForm.safeParse(form).error?.issues).toMatchObject([{ path: [path], message }]);
});

test('a cell of a kind that does not exist is no cell', () => {
  expect(scoreForm.parse({ 'oral.a': '90', theory: '90' }).entries).toEqual([]);
});

test('only parts with a date have a sitting', () => {
  const { sittings } = scorePasteSittings.parse({ paste: 'x', 'date.theory': '2026-03-08', 'date.practical': '' });
  expect([...sittings]).toEqual([['theory', { assessedOn: '2026-03-08', assessor: '' }]]);
});

test.each([
  ['7k2m9pqxv4tb3hnc8w', '7K2M9P-QXV4TB-3HNC8W'],
  [' 7K2M9P QXV4TB 3HNC8W ', '7K2M9P-QXV4TB-3HNC8W'],
  ['7K2M9P—QXV4TB—3HNC8W', '7K2M9P-QXV4TB-3HNC8W'],
])('the code %s is understood', (typed, code) => {
  expect(verifyForm.parse({ code: typed })).toEqual({ code });
});

test.each(['', '7K2M9P', '<script>', '𠮷'.repeat(18), 'BJTY-C-110105-2026-1'])('%s is no code', (typed) => {
  expect(verifyForm.safeParse({ code: typed }).error?.issues[0]?.message).toBe('code_format');
});

test('an unknown layout is the usual one', () => {
  expect(certificateSearch.parse({ layout: 'round' })).toEqual({ layout: 'landscape' });
});
