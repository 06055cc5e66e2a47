import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { db, sql } from '#db/client';
import { guidanceFinding, guidanceVisit } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution, aProvider } from '#db/seed/builders/organisations';
import { recordVisit } from '~/domain/health-care/record-visit.server';
import { newId } from '~/domain/shared/id';
import { addDays } from '~/domain/shared/period';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aFieldChecklist, fieldScene, otherCommission } from './field-scenes';

testDatabase();

const visitOf = async (id: string) => (await db.select().from(guidanceVisit).where(eq(guidanceVisit.id, id)))[0];
const findingsOf = (id: string) => db.select().from(guidanceFinding).where(eq(guidanceFinding.visitId, id));
const countOf = async (table: 'guidance_visit' | 'event', where: string) =>
  (await sql.unsafe(`select count(*)::int as n from ${table} where ${where}`))[0]?.n as number;

const TABLES = ['guidance_visit', 'guidance_finding'];
const cancelled = async () => {
  const scene = await fieldScene();
  await db.update(guidanceVisit).set({ status: 'cancelled', reason: '改期' }).where(eq(guidanceVisit.id, scene.plan.id));
  return { actor: scene.actor, call: (ctx: Parameters<typeof recordVisit>[0]) => recordVisit(ctx, scene.record()) };
};

sevenQuestions(
  'recording a planned visit',
  async () => {
    const scene = await fieldScene();
    const record = scene.record();
    return { ...scene, record, call: (ctx: Parameters<typeof recordVisit>[0]) => recordVisit(ctx, record) };
  },
  {
    event: 'visit.recorded',
    tables: TABLES,
    works: async ({ visitId }, { plan, record, officer }) => {
      expect(visitId).toBe(plan.id);
      const { results, summary, metWith, visitedOn } = record;
      expect(await visitOf(visitId)).toMatchObject({
        ...{ status: 'recorded', results, summary, metWith, visitedOn },
        recordedBy: officer.account.id,
        visitorName: officer.account.displayName,
      });
      expect(await findingsOf(visitId)).toMatchObject([{ statement: '清除积水', status: 'open', itemCode: 'A02' }]);
    },
    wrongState: { scene: cancelled, code: 'visit_cancelled_meanwhile' },
    wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'recording a visit that nobody planned',
  async () => {
    const scene = await fieldScene();
    const record = scene.record({ visitId: newId() });
    return { ...scene, record, call: (ctx: Parameters<typeof recordVisit>[0]) => recordVisit(ctx, record) };
  },
  {
    event: 'visit.recorded',
    tables: TABLES,
    works: async ({ visitId }, { record, officer, today, plan }) => {
      expect(visitId).toBe(record.visitId);
      expect(await visitOf(visitId)).toMatchObject({ status: 'recorded', plannedOn: today, organisationId: officer.organisation.id });
      expect((await visitOf(plan.id))?.status).toBe('planned');
    },
    wrongRole: async () => (await aMember(db, 'evaluator')).actor,
    repeated: 'unchanged',
  },
);

describe('exactly once', () => {
  test.each(['planned', 'unplanned'] as const)('two sends of a %s visit at the same time are one visit', async (kind) => {
    const { actor, record } = await fieldScene();
    const sent = record(kind === 'planned' ? {} : { visitId: newId() });
    const answers = await Promise.all(Array.from({ length: 4 }, () => recordVisit(contextOf(actor), sent)));
    expect(answers).toEqual(Array.from({ length: 4 }, () => ({ visitId: sent.visitId })));
    expect(await countOf('guidance_visit', `id = '${sent.visitId}'`)).toBe(1);
    expect(await findingsOf(sent.visitId)).toHaveLength(1);
    expect(await countOf('event', `name = 'visit.recorded' and subject_id = '${sent.visitId}'`)).toBe(1);
  });

  test('sent again after the visitor gave more time to mend, it is still the same', async () => {
    const { actor, record, today } = await fieldScene();
    const sent = record();
    await recordVisit(contextOf(actor), sent);
    await db
      .update(guidanceFinding)
      .set({ mendByOn: addDays(today, 30) })
      .where(eq(guidanceFinding.visitId, sent.visitId));
    expect(await recordVisit(contextOf(actor), sent)).toEqual({ visitId: sent.visitId });
    expect(await findingsOf(sent.visitId)).toMatchObject([{ mendByOn: addDays(today, 30) }]);
  });
});

describe('nothing that stands is overwritten', () => {
  test('other content under the same id is refused by name, and what stood stays', async () => {
    const { actor, record, officer } = await fieldScene();
    await recordVisit(contextOf(actor), record());
    const again = recordVisit(contextOf(actor), record({ summary: '另一份' }));
    await expect(again).rejects.toMatchObject({
      ...{ status: 409, code: 'visit_recorded_differently' },
      params: { name: officer.account.displayName },
    });
    expect(await visitOf(record().visitId)).toMatchObject({ summary: '总体良好' });
  });

  test('a colleague who went as well keeps hers as a visit of its own', async () => {
    const { actor, record, officer } = await fieldScene();
    await recordVisit(contextOf(actor), record());
    const colleague = (await aMember(db, 'district_officer', officer.organisation)).actor;
    const hers = record({ summary: '同事所见' });
    await expect(recordVisit(contextOf(colleague), hers)).rejects.toMatchObject({ code: 'visit_recorded_differently' });
    const own = { ...hers, visitId: newId(), findings: hers.findings.map((one) => ({ ...one, id: newId() })) };
    await recordVisit(contextOf(colleague), own);
    expect(await visitOf(own.visitId)).toMatchObject({ status: 'recorded', summary: '同事所见' });
  });

  test('a plan of another organisation is left to it', async () => {
    const { record } = await fieldScene();
    const centre = await aMember(db, 'provider_staff', await aProvider(db, { kind: 'mch_centre' }));
    await expect(recordVisit(contextOf(centre.actor), record())).rejects.toMatchObject({ code: 'visit_of_other_organisation' });
    await recordVisit(contextOf(centre.actor), record({ visitId: newId() }));
  });
});

describe('what a phone may send', () => {
  test('a finding under an id that is taken leaves nothing of the visit', async () => {
    const { actor, record } = await fieldScene();
    const first = record();
    await recordVisit(contextOf(actor), first);
    const second = { ...record({ visitId: newId() }), findings: first.findings };
    await expect(recordVisit(contextOf(actor), second)).rejects.toMatchObject({ status: 409 });
    expect(await visitOf(second.visitId)).toBeUndefined();
  });

  test('an institution that moved belongs to the district of the day', async () => {
    const { actor, record, institution, today } = await fieldScene();
    await sql`update institution_period set until_on = ${addDays(today, -3)} where institution_id = ${institution.id}`;
    await sql`insert into institution_period (id, institution_id, from_on, filing_status, operator_type, district_code, created_at)
      values (${newId()}, ${institution.id}, ${addDays(today, -3)}, 'filed', 'private', '110106', now())`;
    await recordVisit(contextOf(actor), record());
    expect((await visitOf(record().visitId))?.districtCode).toBe('110106');
  });

  test('an older version that a phone without network still had will do, a draft will not', async () => {
    const { actor, record } = await fieldScene();
    const draft = await aFieldChecklist({ status: 'draft' });
    await expect(recordVisit(contextOf(actor), record({ checklistId: draft.id }))).rejects.toMatchObject({
      code: 'visit_checklist_not_in_force',
    });
    await expect(recordVisit(contextOf(actor), record({ checklistId: newId() }))).rejects.toMatchObject({ status: 422 });
    expect(await recordVisit(contextOf(actor), record())).toBeTruthy();
  });

  test('a clock that is ahead does not put the record into the future', async () => {
    const { actor, record } = await fieldScene();
    await recordVisit(contextOf(actor), record({ recordedAt: '2099-01-01T00:00:00.000Z' }));
    const kept = await visitOf(record().visitId);
    expect(kept?.recordedAt).toEqual(kept?.receivedAt);
  });

  test('an institution outside the area does not exist, by whatever id', async () => {
    const { record, actor } = await fieldScene();
    const far = await anInstitution(db, { districtCode: '110106' });
    for (const institutionId of [far.id, newId(), 'no-id'])
      await expect(recordVisit(contextOf(actor), record({ visitId: newId(), institutionId }))).rejects.toMatchObject({ status: 404 });
    await expect(recordVisit(contextOf(actor), record({ visitId: 'no-id' }))).rejects.toMatchObject({ status: 404 });
    const city = (await aMember(db, 'city_officer')).actor;
    await recordVisit(contextOf(city), record({ visitId: newId(), institutionId: far.id }));
    expect((await otherCommission()).districtCode).toBe('110106');
  });
});
