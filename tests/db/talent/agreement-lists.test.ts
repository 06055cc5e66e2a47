import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission } from '#db/seed/builders/organisations';
import { aFiledAgreement, anAgreement } from '#db/seed/builders/talent';
import type { UserActor } from '~/domain/shared/actor';
import { addDays, beijingDate } from '~/domain/shared/period';
import { getAgreementFile, listAgreements, renewalOf } from '~/domain/talent/agreement-queries.server';
import { agreementSearch } from '~/domain/talent/cooperation/inputs';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { parties } from './agreement-scene';

const { db } = testDatabase();
const today = () => beijingDate(now());

test('each sees the agreements and files of its own side, a district those of its institutions', async () => {
  const { ids, college, institution, otherCollege, otherInstitution } = await parties();
  const { id } = await aFiledAgreement(db, ids);
  const district = (code: string) => aCommission(db, 'district', { districtCode: code }).then((at) => aMember(db, 'district_officer', at));
  const [near, far] = [(await district('110105')).actor, (await district('110109')).actor];
  const { actor: city } = await aMember(db, 'city_officer');
  const sees = async (actor: UserActor) =>
    (await listAgreements(actor, agreementSearch.parse({}), now(), 1_000)).rows.some((row) => row.id === id) &&
    (await getAgreementFile(actor, id)).mediaType === 'application/pdf';
  expect(await Promise.all([college, institution, near, city].map(sees))).toEqual([true, true, true, true]);
  expect(await Promise.all([otherCollege, otherInstitution, far].map(sees))).toEqual([false, false, false]);
  await expect(getAgreementFile(otherCollege, id)).rejects.toMatchObject({ status: 404 });
});

test('phases of a list are those of its rows; a renewal begins the day after and takes the warning away', async () => {
  const { ids, college } = await parties();
  const of = (days: { from: number; until: number }) => ({ fromOn: addDays(today(), days.from), untilOn: addDays(today(), days.until) });
  const soon = await anAgreement(db, { ...ids, ...of({ from: -365, until: 20 }) });
  await anAgreement(db, { ...ids, ...of({ from: -10, until: 300 }) });
  await anAgreement(db, { ...ids, ...of({ from: -400, until: -1 }) });
  await anAgreement(db, { ...ids, ...of({ from: 1, until: 300 }) });
  await anAgreement(db, { ...ids, status: 'proposed' });
  await anAgreement(db, { ...ids, status: 'ended', endedOn: today() });
  for (const phase of ['proposed', 'coming', 'running', 'ending', 'over', 'ended', 'declined'] as const) {
    const { rows, total } = await listAgreements(college, agreementSearch.parse({ phase }), now());
    expect(rows.map((row) => row.phase)).toEqual(phase === 'declined' ? [] : [phase]);
    expect(total).toBe(rows.length);
  }
  expect(await renewalOf(college, soon.id, now())).toMatchObject({
    institution: { id: ids.institutionId },
    values: of({ from: 21, until: 21 + 385 }),
  });
  await anAgreement(db, { ...ids, status: 'proposed', renewsId: soon.id, ...of({ from: 21, until: 400 }) });
  expect((await listAgreements(college, agreementSearch.parse({}), now())).ending).toBe(0);
});
