import { expect, test } from 'vitest';
import { beijingInstant } from '~/domain/shared/period';
import { lecturerNotes } from '~/domain/training-class/lecturer-notes';
import { type ClashableLesson, findClashes } from '~/domain/training-class/lesson';

const approval = { status: 'approved', approvedFromOn: '2024-01-01', approvedUntilOn: '2026-12-10' } as const;
const registry = [
  { id: 'wang', name: '王芳', ...approval },
  { id: 'li', name: '李丽', status: 'submitted', approvedFromOn: null, approvedUntilOn: null },
] as const;
const lesson = (heldOn: string, lecturerId: string | null, lecturer = '', status: 'scheduled' | 'cancelled' = 'scheduled') => ({
  title: `${heldOn}的课`,
  heldOn,
  lecturer,
  lecturerId,
  status,
});

test('an approval that is over on the day, or missing, is pointed out; so are names outside the registry', () => {
  const { notes, unregistered } = lecturerNotes(
    [
      lesson('2026-12-10', 'wang'),
      lesson('2026-12-11', 'wang'),
      lesson('2026-12-12', 'wang'),
      lesson('2026-12-10', 'li'),
      lesson('2026-12-11', 'li', '', 'cancelled'),
      lesson('2026-12-10', null, '外请教师'),
      lesson('2026-12-11', null, '外请教师'),
      lesson('2026-12-12', null),
    ],
    registry,
  );
  expect(notes.map(({ name, kind, lessons }) => [name, kind, lessons.map(({ heldOn }) => heldOn)])).toEqual([
    ['王芳', 'lapsed', ['2026-12-11', '2026-12-12']],
    ['李丽', 'missing', ['2026-12-10']],
  ]);
  expect(unregistered).toEqual(['外请教师']);
});

let count = 0;
const held = (change: Partial<ClashableLesson>): ClashableLesson => {
  count += 1;
  const times = { startsAt: beijingInstant('2026-12-01', '09:00'), endsAt: beijingInstant('2026-12-01', '12:00') };
  return { id: `held-${count}`, ...times, place: '', lecturer: '', status: 'scheduled', ...change };
};

test.each([
  ['one person, printed in two ways', { lecturerId: 'wang', lecturer: '王芳' }, { lecturerId: 'wang', lecturer: '主讲' }, 1],
  ['one person, printed alike, once', { lecturerId: 'wang', lecturer: '王芳' }, { lecturerId: 'wang', lecturer: '王芳' }, 1],
  ['two of one name', { lecturerId: 'wang', lecturer: '王芳' }, { lecturerId: 'other', lecturer: '王芳' }, 0],
  ['one of the registry, one printed', { lecturerId: 'wang', lecturer: '王芳' }, { lecturer: '王芳老师' }, 1],
])('%s at once: %o and %o', (_, ours, theirs, clashes) => {
  expect(findClashes([held(ours)], [held(theirs)])).toHaveLength(clashes);
});
