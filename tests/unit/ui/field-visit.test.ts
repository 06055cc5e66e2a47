import { describe, expect, test } from 'vitest';
import { recordProblem } from '~/domain/health-care/visit-record';
import { afterEvent, type FieldEvent, type FieldState, type FieldVisit, forgettable, recordOf } from '~/ui/field/field-visit';
import { newFieldId } from '~/ui/field/new-id';
import { separated } from '~/ui/field/separate-visit';

const AT = '2026-03-10T02:00:00.000Z';
const ITEMS = ['A01', 'A02'].map((code) => ({ code, sectionZh: '一', sectionEn: 'One', textZh: code, textEn: code, source: '' }));

const photo = (id: string, part: Partial<FieldVisit['photos'][number]> = {}) => ({
  id,
  findingId: null,
  name: 'a.jpg',
  sent: false,
  refusal: null,
  ...part,
});

const visit = (part: Partial<FieldVisit> = {}): FieldVisit => ({
  id: newFieldId(1),
  accountId: 'account',
  organisationId: 'organisation',
  planned: true,
  insteadOf: null,
  institutionId: newFieldId(2),
  institutionName: '演示托育园',
  kind: 'routine',
  visitedOn: '2026-03-10',
  checklist: { id: 'list', version: 1, inForceFromOn: '2026-01-01', items: ITEMS },
  marks: { A01: { mark: 'fine', note: ' ' }, A02: { mark: null, note: 'later' } },
  findings: [],
  photos: [],
  summary: ' 好 ',
  metWith: '',
  startedAt: AT,
  finishedAt: null,
  state: 'draft',
  acknowledged: false,
  refusal: null,
  sentAt: null,
  ...part,
});

const outcome = (from: Partial<FieldVisit>, ...events: FieldEvent[]) => events.reduce(afterEvent, visit(from));
const finished: FieldEvent = { type: 'finished', at: AT };
const refused: FieldEvent = { type: 'refused', sentence: '不行', separable: true };

describe('the way of a visit from the phone to the platform', () => {
  test.each<[string, Partial<FieldVisit>, FieldEvent[], FieldState]>([
    ['is written', {}, [], 'draft'],
    ['waits when finished', {}, [finished], 'waiting'],
    ['is taken back to be changed', {}, [finished, { type: 'reopened' }], 'draft'],
    ['is sent', {}, [finished, { type: 'sending' }], 'sending'],
    ['waits again where the network broke', {}, [finished, { type: 'sending' }, { type: 'interrupted' }], 'waiting'],
    ['arrives', {}, [finished, { type: 'sending' }, { type: 'record_kept' }, { type: 'delivered', at: AT }], 'sent'],
    ['has not arrived before its record is kept', {}, [finished, { type: 'sending' }, { type: 'delivered', at: AT }], 'sending'],
    [
      'has not arrived while a photo waits',
      { photos: [photo('p')] },
      [finished, { type: 'sending' }, { type: 'record_kept' }, { type: 'delivered', at: AT }],
      'sending',
    ],
    [
      'arrives with its photo',
      { photos: [photo('p')] },
      [finished, { type: 'sending' }, { type: 'record_kept' }, { type: 'photo_kept', photoId: 'p' }, { type: 'delivered', at: AT }],
      'sent',
    ],
    ['is refused', {}, [finished, { type: 'sending' }, refused], 'refused'],
    ['is refused and changed', {}, [finished, { type: 'sending' }, refused, { type: 'reopened' }], 'draft'],
    ['is refused and sent again', {}, [finished, { type: 'sending' }, refused, { type: 'again' }], 'waiting'],
    ['is not changed once the platform has it', { state: 'refused', acknowledged: true }, [{ type: 'reopened' }], 'refused'],
    ['is not sent before it is finished', {}, [{ type: 'sending' }], 'draft'],
    ['is not refused by an answer that comes late', { state: 'sent' }, [refused], 'sent'],
    ['is not finished twice', { state: 'sent' }, [finished], 'sent'],
  ])('%s', (_name, from, events, state) => {
    expect(outcome(from, ...events).state).toBe(state);
  });

  test('a record that was kept is not sent a second time when photos were interrupted', () => {
    const now = outcome({ photos: [photo('p')] }, finished, { type: 'sending' }, { type: 'record_kept' }, { type: 'interrupted' });
    expect(now).toMatchObject({ state: 'waiting', acknowledged: true });
  });

  test('what arrived leaves no words on the phone', () => {
    const sent = outcome(
      { findings: [{ id: 'f', itemCode: null, weight: 'minor', statement: '积水', mendByOn: '2026-03-20' }], metWith: '李老师' },
      finished,
      { type: 'sending' },
      { type: 'record_kept' },
      { type: 'delivered', at: AT },
    );
    expect(sent).toMatchObject({ marks: {}, findings: [], photos: [], summary: '', metWith: '', sentAt: AT });
    expect(sent.checklist.items).toEqual([]);
  });

  test('a photo that was not taken keeps its reason, and the rest may go without it', () => {
    const stuck = outcome(
      { photos: [photo('p'), photo('q')] },
      finished,
      { type: 'sending' },
      { type: 'record_kept' },
      { type: 'photo_kept', photoId: 'q' },
      { type: 'photo_refused', photoId: 'p', sentence: '看不清' },
      refused,
    );
    expect(stuck.photos.map(({ sent, refusal }) => [sent, refusal])).toEqual([
      [false, '看不清'],
      [true, null],
    ]);
    const rest = [{ type: 'photo_dropped', photoId: 'p' }, { type: 'again' }, { type: 'sending' }, { type: 'delivered', at: AT }] as const;
    expect(rest.reduce<FieldVisit>(afterEvent, stuck).state).toBe('sent');
  });

  test('one of its own has new ids and loses nothing', () => {
    const finding = { id: newFieldId(5), itemCode: 'A01', weight: 'serious' as const, statement: '积水', mendByOn: '2026-03-20' };
    const before = visit({ kind: 'follow_up', state: 'refused', findings: [finding], photos: [photo('p', { findingId: finding.id })] });
    const own = separated(before, newFieldId);
    expect(own.id).not.toBe(before.id);
    expect(own).toMatchObject({
      planned: false,
      insteadOf: before.id,
      kind: 'special',
      state: 'waiting',
      summary: before.summary,
      marks: before.marks,
      refusal: null,
    });
    expect(own.findings[0]).toEqual({ ...finding, id: own.photos[0]?.findingId });
    expect(own.findings[0]?.id).not.toBe(finding.id);
  });
});

test('a record carries the marks that were made, with trimmed words', () => {
  const record = recordOf(visit());
  expect(record).toMatchObject({ checklistId: 'list', summary: '好', recordedAt: AT, results: [{ code: 'A01', mark: 'fine', note: '' }] });
  expect(recordProblem(record, { status: 'published', inForceFromOn: '2026-01-01', items: ITEMS }, '2026-03-10')).toBeNull();
});

test('the phone remembers the last ten that went', () => {
  const sent = Array.from({ length: 12 }, (_, n) => visit({ id: `v${n}`, state: 'sent', sentAt: `2026-03-${String(n + 10)}T00:00:00Z` }));
  expect(forgettable([...sent, visit({ id: 'draft' })])).toEqual(['v1', 'v0']);
});

test('ids from the phone are UUIDv7, each another, sorted by time', () => {
  const ids = Array.from({ length: 200 }, (_, n) => newFieldId(1_770_000_000_000 + n));
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(200);
  expect([...ids].sort()).toEqual(ids);
});
