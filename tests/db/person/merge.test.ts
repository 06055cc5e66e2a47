import { eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account, completion, engagement, enrolment, event, person, personDocument, personMerge, tallyPerson } from '#db/schema';
import { aMember, anAccount, aTrainee } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { aClass } from '#db/seed/builders/classes';
import { aClosedClass, aCompletion } from '#db/seed/builders/completions';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { aPlan } from '#db/seed/builders/goals';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { rebuildTallyJob } from '#jobs/handlers/rebuild-tally';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { recountTally } from '~/domain/goal/recount-tally.server';
import { addStaff } from '~/domain/person/add-staff.server';
import { mergePersons } from '~/domain/person/merge-persons.server';
import { compareForMerge, searchPeople } from '~/domain/person/people-queries.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { anOfficer, onTwoRosters, somebody } from './scenes';

const { db, sql } = testDatabase();
const job = (name: string): Context => contextOf({ kind: 'system', job: name });

/** One person, entered by her identity card here and by her passport there. */
async function twoRecords({ districts = ['110105', '110105'] } = {}) {
  const [here, there] = [await anInstitution(db, { districtCode: districts[0] }), await anInstitution(db, { districtCode: districts[1] })];
  const kept = await aPerson(db, { name: '邓佳颖', bornOn: '1990-02-02' });
  const merged = await aPerson(db, { name: '邓佳颖', bornOn: '1990-02-02', idType: 'passport', idNumber: `E${kept.idNumber.slice(-8)}` });
  const first = await anEngagement(db, { personId: kept.id, institutionId: here.id, endOn: '2025-06-01' });
  const second = await anEngagement(db, { personId: merged.id, institutionId: there.id, isMainPost: true });
  return { here, there, kept, merged, first, second, actor: await anOfficer('110105'), stranger: await anOfficer('110101') };
}

sevenQuestions(
  'mergePersons',
  async () => {
    const scene = await twoRecords();
    const own = await anAccount(db, { personId: scene.merged.id });
    const completed = await aCompletion(db, { trainingClass: await aClosedClass(db), personId: scene.merged.id });
    const held = await aCertificate(db, { personId: scene.merged.id });
    return { ...scene, own, completed, held, call: (ctx: Context) => mergePersons(ctx, scene.kept.id, scene.merged.id, '同一人两证') };
  },
  {
    event: 'person.merged',
    tables: ['person', 'engagement', 'completion', 'enrolment', 'account', 'person_merge', 'person_document'],
    works: async (_result, { kept, merged, second, own, completed, held }) => {
      expect((await db.select().from(engagement).where(eq(engagement.id, second.id)))[0]).toMatchObject({ personId: kept.id });
      expect((await db.select().from(account).where(eq(account.id, own.id)))[0]).toMatchObject({ personId: kept.id });
      expect((await db.select().from(completion).where(eq(completion.id, completed.id)))[0]).toMatchObject({ personId: kept.id });
      const [trace] = await db.select().from(personMerge).where(eq(personMerge.mergedId, merged.id));
      expect(trace?.moved).toMatchObject({
        engagement: [second.id],
        account: [own.id],
        completion: [completed.id],
        certificate: [held.id],
      });
      expect((await db.select().from(person).where(eq(person.id, merged.id)))[0]).toMatchObject({ mergedIntoId: kept.id, phoneHash: null });
      expect(await db.select().from(personDocument).where(eq(personDocument.personId, kept.id))).toHaveLength(1);
    },
    wrongState: {
      scene: async () => {
        const scene = await twoRecords();
        for (const personId of [scene.kept.id, scene.merged.id]) await anAccount(db, { personId });
        return { ...scene, call: (ctx: Context) => mergePersons(ctx, scene.kept.id, scene.merged.id, '同一人') };
      },
      code: 'merge_two_accounts',
    },
    wrongRole: () => somebody('institution_admin'),
    repeated: 'unchanged',
  },
);

test('nothing in the schema belongs to the merged record any more', async () => {
  const { kept, merged, actor } = await twoRecords();
  await anEnrolment(db, { trainingClass: await aClass(db), personId: merged.id });
  await mergePersons(contextOf(actor), kept.id, merged.id, '同一人两证');
  const references = await sql<{ place: string; col: string }[]>`
    select c.conrelid::regclass::text as place, a.attname as col from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'person'::regclass and c.conrelid::regclass::text <> 'person_merge'`;
  expect(references.length).toBeGreaterThan(12);
  for (const { place, col } of references)
    expect([place, (await sql`select 1 from ${sql(place)} where ${sql(col)} = ${merged.id}`).length]).toEqual([place, 0]);
});

test('either document finds the kept record, for staff lists, registration and search', async () => {
  const { kept, merged, actor } = await twoRecords();
  await mergePersons(contextOf(actor), kept.id, merged.id, '同一人两证');
  const admin = await aMember(db, 'institution_admin');
  const post = { role: 'caregiver', startOn: '2026-03-01', isFullTime: true, isIntern: false, contractUntilOn: null, remark: '' } as const;
  const rest = { phone: null, education: null, healthCertValidUntil: null, backgroundCheckedOn: null };
  const named = { name: '邓佳颖', idType: 'passport' as const, idNumber: merged.idNumber };
  const id = await addStaff(contextOf(admin.actor), { ...named, ...post, ...rest });
  expect((await db.select().from(engagement).where(eq(engagement.id, id)))[0]).toMatchObject({ personId: kept.id });
  const found = await searchPeople(actor, { idType: 'passport', idNumber: merged.idNumber }, now());
  expect(found).toMatchObject([{ id: kept.id, documents: [merged.idNumberMasked] }]);
  // A third record into the second's place: chains end at the one that stands.
  const third = await aPerson(db, { name: '邓佳颖' });
  await mergePersons(contextOf(await anOfficer(null)), third.id, kept.id, '又一份');
  expect(await searchPeople(actor, { idType: 'passport', idNumber: merged.idNumber }, now())).toMatchObject([{ id: third.id }]);
});

test.each([
  [
    'the same class',
    'merge_same_class',
    async (ids: string[]): Promise<string> => {
      const trainingClass = await aClass(db);
      for (const personId of ids) await anEnrolment(db, { trainingClass, personId });
      return trainingClass.code;
    },
  ],
  [
    'the same post',
    'merge_same_post',
    async (ids: string[]): Promise<string> => {
      const { id: institutionId, name } = await anInstitution(db);
      for (const personId of ids) await anEngagement(db, { personId, institutionId, role: 'other' });
      return name;
    },
  ],
  [
    'the same certificate',
    'merge_same_certificate',
    async (ids: string[]): Promise<string> => {
      for (const personId of ids) await aCertificate(db, { personId, number: 'S000011000123245777777' });
      return 'S000011000123245777777';
    },
  ],
] as const)('%s in both records is refused by name', async (_name, code, arrange) => {
  const { kept, merged, actor } = await twoRecords();
  const what = await arrange([kept.id, merged.id]);
  const attempt = mergePersons(contextOf(actor), kept.id, merged.id, '同一人');
  await expect(attempt).rejects.toMatchObject({ code, params: { what: expect.stringContaining(what) } });
  expect((await compareForMerge(actor, kept.id, merged.id, now())).conflicts.map((each) => each.code)).toEqual([code]);
});

test('a record of another district is merged by the city; of two rosters a flag remains', async () => {
  const { kept, merged, actor, first } = await twoRecords({ districts: ['110105', '110108'] });
  await db.update(engagement).set({ endOn: null }).where(eq(engagement.id, first.id));
  await expect(mergePersons(contextOf(actor), kept.id, merged.id, '同一人')).rejects.toMatchObject({ code: 'merge_other_district' });
  await mergePersons(contextOf(await anOfficer(null)), kept.id, merged.id, '同一人');
  const flags = await sql`select 1 from double_roster where person_id = ${kept.id} and decided_at is null`;
  expect(flags).toHaveLength(1);
});

test('persons of the figures are counted anew: two become one, person-times stay', async () => {
  await aPlan(db);
  const { kept, merged, actor } = await twoRecords();
  for (const personId of [kept.id, merged.id])
    await aCompletion(db, {
      trainingClass: await aClosedClass(db, { heldOn: '2024-05-06' }),
      personId,
      institutionId: (await anInstitution(db)).id,
    });
  while ((await foldTally(job('tally.fold'), 100)) > 0);
  const persons = async () =>
    (
      await db
        .select()
        .from(tallyPerson)
        .where(inArray(tallyPerson.personId, [kept.id, merged.id]))
    ).map((row) => row.personId);
  expect(new Set(await persons()).size).toBe(2);
  await mergePersons(contextOf(actor), kept.id, merged.id, '同一人');
  const asked = await db.select().from(event).where(eq(event.name, 'tally.rebuild_requested'));
  expect(asked.length).toBeGreaterThan(0);
  for (const each of asked) await rebuildTallyJob({ ctx: job('tally.rebuild'), event: each });
  expect(new Set(await persons())).toEqual(new Set([kept.id]));
  expect((await recountTally(job('tally.recount'))).differences).toBe(0);
  expect((await db.select().from(enrolment).where(eq(enrolment.personId, merged.id))).length).toBe(0);
});

test('a search needs the exact number, or an exact name within the area', async () => {
  const { her } = await onTwoRosters({ here: '110108', there: '110108' });
  const find = async (district: string, question: Parameters<typeof searchPeople>[1]) =>
    searchPeople(await anOfficer(district), question, now());
  const number = { idType: 'resident_id' as const, idNumber: her.person.idNumber };
  expect(await find('110105', number)).toMatchObject([{ id: her.person.id, isNear: false }]);
  expect(await find('110105', { name: her.person.name, institution: '' })).toEqual([]);
  expect((await find('110108', { name: her.person.name, institution: '' })).map((row) => row.id)).toContain(her.person.id);
  expect(JSON.stringify(await find('110108', number))).not.toContain(her.person.idNumber);
  await expect(searchPeople((await aTrainee(db)).actor, number, now())).rejects.toMatchObject({ status: 403 });
});
