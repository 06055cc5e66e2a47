import { expect, test } from 'vitest';
import { sql } from '#db/client';
import { aMember } from '#db/seed/builders/accounts';
import { aChecklist } from '#db/seed/builders/visits';
import type { ChecklistText } from '~/domain/health-care/checklist';
import { checklistInForce, getChecklist, listChecklists } from '~/domain/health-care/checklist-queries.server';
import { draftChecklist } from '~/domain/health-care/draft-checklist.server';
import { editChecklist } from '~/domain/health-care/edit-checklist.server';
import { publishChecklist } from '~/domain/health-care/publish-checklist.server';
import { shipChecklist } from '~/domain/health-care/ship-checklist.server';
import { withdrawChecklist } from '~/domain/health-care/withdraw-checklist.server';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db } = testDatabase();
const TABLES = ['guidance_checklist'];
const row = async (id: string) => (await sql`select * from guidance_checklist where id = ${id}`)[0];
const cityOfficer = async () => (await aMember(db, 'city_officer')).actor;
const districtOfficer = async () => (await aMember(db, 'district_officer')).actor;
let days = 0;
/** Days of their own: two versions do not begin on one day. */
const nextDay = () => {
  days += 1;
  return addDays(beijingDate(now()), days);
};

const text = (columns: Partial<ChecklistText> = {}): ChecklistText => ({
  titleZh: '新清单',
  titleEn: 'New list',
  inForceFromOn: nextDay(),
  isOfficial: false,
  documentNo: '',
  items: [{ code: '', sectionZh: '消毒', sectionEn: 'Hygiene', textZh: '看一看', textEn: 'Look', source: '' }],
  ...columns,
});

/** Of nobody in particular: only an id that does not exist is unknown to an author. */
const missing = (name: string, call: (ctx: Context, id: string) => Promise<unknown>) =>
  test(`${name} does not know an unknown version`, async () =>
    expect(call(contextOf(await cityOfficer()), newId())).rejects.toMatchObject({ status: 404 }));

sevenQuestions('draftChecklist', async () => ({ actor: await cityOfficer(), call: (ctx: Context) => draftChecklist(ctx, text()) }), {
  event: 'checklist.drafted',
  tables: TABLES,
  works: async (id) => expect(await row(id)).toMatchObject({ status: 'draft', items: [{ code: 'L01', textZh: '看一看' }] }),
  wrongState: {
    code: 'checklist_without_line',
    scene: async () => ({ actor: await cityOfficer(), call: (ctx) => draftChecklist(ctx, text({ items: [] })) }),
  },
  wrongRole: districtOfficer,
  repeated: 'makes another',
});

async function aDraftScene(columns: Parameters<typeof aChecklist>[1] = {}) {
  const checklist = await aChecklist(db, { inForceFromOn: nextDay(), ...columns });
  // Nobody but the city edits checklists, and all of them are the city's: whoever may not sees none.
  return { actor: await cityOfficer(), checklist };
}

const refusedOnce = (name: string, call: (ctx: Context, id: string) => Promise<unknown>, state: ChecklistText | null = null) =>
  test(`${name}: another role is refused, twice is once, and nothing is left by an error`, async () => {
    const { actor, checklist } = await aDraftScene(state ?? {});
    await expect(call(contextOf(await districtOfficer()), checklist.id)).rejects.toMatchObject({ status: 403 });
    const before = await row(checklist.id);
    await expect(call({ ...contextOf(actor), requestId: '\u0000' }, checklist.id)).rejects.toThrow();
    expect(await row(checklist.id)).toEqual(before);
    await call(contextOf(actor), checklist.id);
    const after = await row(checklist.id);
    const events = (await sql`select count(*)::int as n from event where subject_id = ${checklist.id}`)[0]?.n;
    await call(contextOf(actor), checklist.id);
    expect(await row(checklist.id)).toEqual(after);
    expect((await sql`select count(*)::int as n from event where subject_id = ${checklist.id}`)[0]?.n).toBe(events);
  });

const edited = text({ inForceFromOn: '2099-01-01' });
refusedOnce('editChecklist', (ctx, id) => editChecklist(ctx, id, edited));
refusedOnce('publishChecklist', publishChecklist);
refusedOnce('withdrawChecklist', (ctx, id) => withdrawChecklist(ctx, id, '重拟'));
missing('editChecklist', (ctx, id) => editChecklist(ctx, id, text()));
missing('publishChecklist', publishChecklist);
missing('withdrawChecklist', (ctx, id) => withdrawChecklist(ctx, id, '重拟'));

test('what is published is never edited; before its day it can be taken back, afterwards not', async () => {
  const { actor, checklist } = await aDraftScene();
  const ctx = contextOf(actor);
  await publishChecklist(ctx, checklist.id);
  await expect(editChecklist(ctx, checklist.id, text())).rejects.toMatchObject({ code: 'checklist_not_draft' });
  await withdrawChecklist(ctx, checklist.id, '重拟');
  await expect(publishChecklist(ctx, checklist.id)).rejects.toMatchObject({ code: 'checklist_not_draft' });
  const old = await aChecklist(db, { status: 'published', inForceFromOn: '2020-05-05' });
  await expect(withdrawChecklist(ctx, old.id, '重拟')).rejects.toMatchObject({ code: 'checklist_in_force' });
});

test('a further version begins today or later, on a day of its own, with a number for its document', async () => {
  const { actor, checklist } = await aDraftScene();
  const ctx = contextOf(actor);
  await publishChecklist(ctx, checklist.id);
  const { inForceFromOn } = checklist;
  const publish = async (columns: Parameters<typeof aChecklist>[1]) => publishChecklist(ctx, (await aChecklist(db, columns)).id);
  await expect(publish({ inForceFromOn })).rejects.toMatchObject({ code: 'checklist_day_taken' });
  await expect(publish({ inForceFromOn: '2026-03-09' })).rejects.toMatchObject({ code: 'checklist_in_the_past' });
  await expect(publish({ inForceFromOn: nextDay(), isOfficial: true })).rejects.toMatchObject({ code: 'checklist_document_missing' });
  const line = { code: 'A01', sectionZh: '消毒', sectionEn: 'Hygiene', textZh: '看', textEn: 'Look', source: '' };
  await expect(draftChecklist(ctx, text({ items: [line, line] }))).rejects.toMatchObject({ code: 'checklist_code_taken', field: 'code.1' });
});

test('the first is shipped once; readers without the pen see no draft', async () => {
  const ctx: Context = { actor: { kind: 'system', job: 'reference' }, now: now() };
  await sql`delete from guidance_checklist`;
  expect([await shipChecklist(ctx), await shipChecklist(ctx)]).toEqual([1, 0]);
  const today = beijingDate(now());
  expect(await checklistInForce(today)).toMatchObject({ version: 1, isOfficial: false });
  expect(await checklistInForce('2022-12-31')).toBeNull();
  const draft = await aChecklist(db);
  expect((await listChecklists(today, { drafts: false })).map(({ state }) => state)).toEqual(['in_force']);
  await expect(getChecklist(draft.id, today, { drafts: false })).rejects.toMatchObject({ status: 404 });
  expect(await getChecklist(draft.id, today, { drafts: true })).toMatchObject({ state: 'draft' });
});
