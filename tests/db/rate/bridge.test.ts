import { beforeEach, describe, expect, test } from 'vitest';
import { aCertificate } from '#db/seed/builders/certificates';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { draftRule } from '~/domain/certificate/draft-rule.server';
import { publishRule } from '~/domain/certificate/publish-rule.server';
import { SEED_RULES } from '~/domain/certificate/rule-seed';
import { shipRules } from '~/domain/certificate/ship-rules.server';
import { BDA_MERGED, CITY_SCOPE } from '~/domain/organisation/areas';
import type { BridgeStep } from '~/domain/rate/bridge';
import { type BridgeEnd, bridgeBetween } from '~/domain/rate/bridge.server';
import { rateFigure } from '~/domain/rate/figures.server';
import { freezeRate } from '~/domain/rate/freeze-rate.server';
import { figureUnder } from '~/domain/rate/reading';
import { refreshAll } from '~/domain/rate/refresh-rate.server';
import { findSnapshot } from '~/domain/rate/snapshots.server';
import { START, setClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { DISTRICTS, randomWorld } from './random-world';

const { db, owner } = testDatabase();
const job = () => contextOf({ kind: 'system', job: 'rate.refresh' });
const FROM = '2026-01-31';
const TO = '2026-03-10';
const choice = { population: 'filed', operatorType: '*', rule: 'standard' } as const;
const known = (on: string): BridgeEnd => ({ on, snapshot: null });

beforeEach(async () => {
  setClock(START);
  await shipRules(job());
});

const stepsOf = async (personId: string, scope: string, from = known(FROM), to = known(TO)): Promise<BridgeStep[]> =>
  (await bridgeBetween({ ...choice, scope }, from, to)).people.flatMap((each) => (each.personId === personId ? [each.step] : []));

async function aCaregiver(place: { id: string }, post: Parameters<typeof anEngagement>[1] = {}) {
  const person = await aPerson(db);
  const engagement = await anEngagement(db, {
    personId: person.id,
    institutionId: place.id,
    startOn: '2025-03-01',
    isMainPost: true,
    ...post,
  });
  return { ...person, engagement };
}

describe('in a random world', () => {
  test('the steps add up for the city, districts and institutions, between days, readings and the same day', async () => {
    const world = await randomWorld(11, 90);
    await refreshAll(job());
    await freezeRate(job(), 'monthly', FROM);
    await owner()`update certificate set status = 'verified', verified_at = now() where status = 'submitted'`;
    await owner()`update certificate set status = 'revoked', revoked_on = '2026-02-10', revoked_at = now() where id in (select id from certificate where status = 'verified' order by id desc limit 25)`;
    await owner()`update engagement set end_on = '2026-02-01' where end_on is null and start_on < '2025-12-01' and id in (select id from engagement where end_on is null order by id limit 7)`;
    await owner()`update engagement set start_on = '2026-02-05' where id in (select id from engagement where end_on is null and start_on < '2026-01-01' order by id desc limit 5)`;
    await refreshAll(job());
    const snapshot = await findSnapshot(FROM);
    const seen = new Set<BridgeStep>();
    const ends: [BridgeEnd, BridgeEnd][] = [
      [known('2025-06-30'), known(FROM)],
      [known(FROM), known(TO)],
      [{ on: FROM, snapshot }, known(TO)],
      [{ on: FROM, snapshot }, known(FROM)],
      [known('2025-06-30'), { on: FROM, snapshot }],
    ];
    for (const [from, to] of ends)
      for (const scope of [CITY_SCOPE, ...DISTRICTS, BDA_MERGED, ...world.institutions.map(({ id }) => id)]) {
        const { start, end, totals, people } = await bridgeBetween({ ...choice, scope }, from, to);
        const figureAt = async ({ on, snapshot: kept }: BridgeEnd) =>
          figureUnder(
            await rateFigure({ ...choice, on, snapshot: kept as Parameters<typeof rateFigure>[0]['snapshot'] }, scope),
            'standard',
          );
        expect(start).toMatchObject((({ n, d }) => ({ n, d }))(await figureAt(from)));
        expect(end).toMatchObject((({ n, d }) => ({ n, d }))(await figureAt(to)));
        expect(start.n + totals.reduce((sum, { n }) => sum + n, 0)).toBe(end.n);
        expect(start.d + totals.reduce((sum, { d }) => sum + d, 0)).toBe(end.d);
        expect(new Set(people.map(({ personId }) => personId)).size).toBe(people.length);
        expect(totals.reduce((sum, { persons }) => sum + persons, 0)).toBe(people.length);
        for (const { step } of totals) seen.add(step);
      }
    expect([...seen]).toEqual(expect.arrayContaining(['joined', 'left', 'newly_certified', 'newly_verified', 'revoked', 'corrected']));
  });
});

describe('one person, one step', () => {
  test('filed, closed, moved: by her institution, not by her', async () => {
    const place = await anInstitution(db, { districtCode: '110105', filingStatus: 'not_filed' });
    const closing = await anInstitution(db, { districtCode: '110105' });
    const moving = await anInstitution(db, { districtCode: '110105' });
    const [filed, closed, moved] = [await aCaregiver(place), await aCaregiver(closing), await aCaregiver(moving)];
    const next = (id: string, status: string, district: string) =>
      owner().begin(async (tx) => {
        await tx`update institution_period set until_on = '2026-02-10' where institution_id = ${id}`;
        await tx`insert into institution_period (id, institution_id, from_on, filing_status, operator_type, district_code, created_at)
        values (gen_random_uuid(), ${id}, '2026-02-10', ${status}, 'private', ${district}, now())`;
      });
    await next(place.id, 'filed', '110105');
    await next(closing.id, 'cancelled', '110105');
    await next(moving.id, 'filed', '110108');
    await refreshAll(job());
    expect(await stepsOf(filed.id, '110105')).toEqual(['institution_filed']);
    expect(await stepsOf(closed.id, '110105')).toEqual(['institution_cancelled']);
    expect(await stepsOf(moved.id, '110105')).toEqual(['institution_moved']);
    expect(await stepsOf(moved.id, '110108')).toEqual(['institution_moved']);
    expect(await stepsOf(moved.id, CITY_SCOPE)).toEqual([]);
  });

  test('left one district for another: each says so, the city says nothing', async () => {
    const [here, there] = [await anInstitution(db, { districtCode: '110105' }), await anInstitution(db, { districtCode: '110108' })];
    const person = await aCaregiver(here, { endOn: '2026-02-15', isMainPost: false });
    await anEngagement(db, { personId: person.id, institutionId: there.id, startOn: '2026-02-15', isMainPost: true });
    await refreshAll(job());
    expect([await stepsOf(person.id, '110105'), await stepsOf(person.id, '110108'), await stepsOf(person.id, CITY_SCOPE)]).toEqual([
      ['left'],
      ['joined'],
      [],
    ]);
  });

  test('issued, expired, revoked, on leave and back', async () => {
    const place = await anInstitution(db, { districtCode: '110111' });
    const [issued, expired, revoked, away] = [
      await aCaregiver(place),
      await aCaregiver(place),
      await aCaregiver(place),
      await aCaregiver(place),
    ];
    await aCertificate(db, { personId: issued.id, issuedOn: '2026-02-20' });
    await aCertificate(db, { personId: expired.id, validUntil: '2026-02-20' });
    await aCertificate(db, { personId: revoked.id, status: 'revoked', revokedOn: '2026-02-20' });
    await owner()`insert into off_post (id, engagement_id, from_on, created_at) values (gen_random_uuid(), ${away.engagement.id}, '2026-02-20', now())`;
    await refreshAll(job());
    const steps = [issued, expired, revoked, away].map((each) => stepsOf(each.id, place.id));
    expect(await Promise.all(steps)).toEqual([['newly_certified'], ['expired'], ['revoked'], ['left']]);
    const back = await stepsOf(away.id, place.id, known('2026-02-25'), known('2026-02-10'));
    expect(back).toEqual(['joined']);
  });

  test('verified after the month was recorded: newly verified from the record, no step as known now', async () => {
    const place = await anInstitution(db, { districtCode: '110112' });
    const late = await aCaregiver(place);
    const backdated = await aCaregiver(place);
    await aCertificate(db, { personId: late.id, status: 'submitted' });
    await refreshAll(job());
    await freezeRate(job(), 'nightly', '2026-01-30');
    await owner()`update certificate set status = 'verified', verified_at = '2026-03-01' where person_id = ${late.id}`;
    await owner()`update engagement set end_on = '2026-01-10', is_main_post = false where person_id = ${backdated.id}`;
    await refreshAll(job());
    const recorded = { on: '2026-01-30', snapshot: await findSnapshot('2026-01-30') };
    expect(recorded.snapshot).not.toBeNull();
    expect(await stepsOf(late.id, place.id, recorded)).toEqual(['newly_verified']);
    expect(await stepsOf(late.id, place.id)).toEqual([]);
    expect(await stepsOf(backdated.id, place.id, recorded)).toEqual(['corrected']);
    expect(await stepsOf(backdated.id, place.id, recorded, known('2026-01-30'))).toEqual(['corrected']);
    expect(await stepsOf(late.id, place.id, recorded, known('2026-01-30'))).toEqual(['newly_verified']);
  });

  test('a new version of the rule changes only those whose certificate it is about', async () => {
    const place = await anInstitution(db, { districtCode: '110117' });
    const [teacher, carer] = [await aCaregiver(place), await aCaregiver(place)];
    await aCertificate(db, {
      personId: teacher.id,
      family: 'teacher_qualification',
      occupation: null,
      level: null,
      number: '20241100012345678',
    });
    await aCertificate(db, { personId: carer.id });
    const { code: _code, ...broad } = SEED_RULES.find(({ code }) => code === 'broad') ??
      SEED_RULES[0] ?? { code: 'broad', titleZh: '', titleEn: '', clauses: [] };
    const text = { ...broad, inForceFromOn: '2026-04-01', isOfficial: false, documentNo: '', requireValidHealthCert: false };
    await publishRule(job(), await draftRule(job(), 'standard', text));
    await refreshAll(job());
    expect(await stepsOf(teacher.id, place.id, known(TO), known('2026-04-01'))).toEqual(['rule_changed']);
    expect(await stepsOf(teacher.id, place.id, known(TO), known('2026-03-31'))).toEqual([]);
    expect(await stepsOf(carer.id, place.id, known(TO), known('2026-04-01'))).toEqual([]);
    expect(await stepsOf(teacher.id, place.id, known('2026-04-01'), known(TO))).toEqual(['rule_changed']);
  });
});
