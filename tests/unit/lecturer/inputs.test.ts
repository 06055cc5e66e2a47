import { describe, expect, test } from 'vitest';
import { expertInput, lecturerInput, lecturerSearch } from '~/domain/lecturer/inputs';

const TODAY = '2026-11-24';
const form = {
  kind: 'lecturer',
  name: '王敏',
  employer: '演示医院',
  qualification: '副主任医师',
  'fields[]': ['safety', 'health_care'],
  idType: 'resident_id',
  idNumber: '',
};
const complaints = (typed: Record<string, unknown>) =>
  lecturerInput(TODAY)
    .safeParse(typed)
    .error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('a proposal', () => {
  test('is read with its fields in their own order', () => {
    expect(lecturerInput(TODAY).parse(form)).toMatchObject({ name: '王敏', fields: ['health_care', 'safety'], idNumber: '' });
    expect(expertInput(TODAY).parse({ ...form, approvedUntilOn: '' })).toMatchObject({ approvedUntilOn: null });
  });

  test.each([[undefined], [[]], [['cooking']]])('names at least one known field: %o', (fields) => {
    expect(complaints({ ...form, 'fields[]': fields })?.map(([path]) => path?.split('.')[0])).toEqual(['fields[]']);
  });

  test('a document is checked where one is given', () => {
    expect(complaints({ ...form, idNumber: '123' })?.map(([path]) => path)).toEqual(['idNumber']);
  });
});

test('an address with anything in it shows the list', () => {
  expect(lecturerSearch.parse({ state: 'x', field: 'y', district: '1', page: '-3', whose: 'z' })).toEqual({
    state: '',
    field: '',
    kind: '',
    district: '',
    whose: 'own',
    q: '',
    page: 1,
  });
});
