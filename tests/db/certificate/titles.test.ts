import { describe, expect, test } from 'vitest';
import { aMember, aTrainee } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import type { TitleLevel, TitleSeries } from '~/domain/certificate/certificate';
import { RULE_CODES } from '~/domain/certificate/counting-rule';
import { doesItCount } from '~/domain/certificate/does-it-count';
import { listHoldings, listRuleVersions } from '~/domain/certificate/holdings.server';
import { entryForm } from '~/domain/certificate/inputs';
import { recordCheck } from '~/domain/certificate/record-check.server';
import { saveDraft } from '~/domain/certificate/save-draft.server';
import { shipRules } from '~/domain/certificate/ship-rules.server';
import { submitCertificate } from '~/domain/certificate/submit-certificate.server';
import { NO_POST, titleTables } from '~/domain/certificate/title';
import { countTitles, listTitleHolders, titlesOf } from '~/domain/certificate/title-queries.server';
import { newId } from '~/domain/shared/id';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { aCopy, anEntry } from './scenes';

const { db, sql } = testDatabase();

const aTitle = (
  personId: string,
  titleSeries: TitleSeries,
  titleLevel: TitleLevel,
  columns: Partial<Parameters<typeof aCertificate>[1]> = {},
) => aCertificate(db, { personId, family: 'professional_title', occupation: null, level: null, titleSeries, titleLevel, ...columns });

const employed = async (districtCode: string) => {
  const person = await aPerson(db);
  await anEngagement(db, { personId: person.id, institutionId: (await anInstitution(db, { districtCode })).id, isMainPost: true });
  return person.id;
};
const page = { limit: 50, offset: 0 };

test('a title goes the way of every certificate: entered with series and level, verified with a receipt, never counting', async () => {
  await shipRules(contextOf({ kind: 'system', job: 'test' }));
  const { actor, person } = await aTrainee(db);
  const { institutionId } = await anEngagement(db, { personId: person.id, isMainPost: true });
  const [home] = await sql`select district_code from organisation where id = ${institutionId}`;
  const officer = (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: home?.district_code }))).actor;
  const certificateId = newId();
  const entry = anEntry({
    family: 'professional_title',
    occupation: null,
    level: null,
    titleSeries: 'nursing',
    titleLevel: 'intermediate',
    name: '主管护师',
    number: 'ZC2020001',
  });
  await saveDraft(contextOf(actor), { certificateId, engagementId: null, replacesId: null, consent: true, entry }, await aCopy());
  await submitCertificate(contextOf(actor), certificateId);
  expect(await countTitles(officer, now())).toEqual([]);
  await recordCheck(
    contextOf(officer),
    {
      certificateId,
      checkId: newId(),
      seenStatus: 'submitted',
      channel: 'issuer',
      checkedOn: beijingDate(now()),
      result: 'genuine',
      note: '',
      decision: 'decide',
    },
    null,
  );
  expect(await countTitles(officer, now())).toEqual([
    { series: 'nursing', level: 'intermediate', district: home?.district_code, persons: 1 },
  ]);
  expect(await sql`select result from certificate_check where certificate_id = ${certificateId}`).toEqual([{ result: 'genuine' }]);
  expect(await titlesOf([person.id], now())).toEqual(new Map([[person.id, [{ series: 'nursing', level: 'intermediate' }]]]));
  const versions = await listRuleVersions(db);
  const holding = (await listHoldings(db, [person.id])).get(person.id) ?? { certificates: [], healthCertValidUntil: null };
  expect(holding.certificates).toHaveLength(1);
  for (const code of RULE_CODES) {
    const answer = doesItCount(versions[code], { role: 'caregiver', ...holding }, beijingDate(now()));
    expect([code, answer.verdict, answer.reason]).toEqual([code, 'does_not', 'family_not_accepted']);
  }
});

test('the form asks for series and level of a title, and drops them elsewhere', async () => {
  const typed = { certificateId: newId(), number: 'ZC1', issuer: '演示评审会', issuedOn: '2020-01-01', name: '主管护师' };
  const missing = entryForm.safeParse({ ...typed, family: 'professional_title' });
  expect(missing.error?.issues.map(({ path }) => path[0])).toEqual(['titleSeries', 'titleLevel']);
  const { actor } = await aTrainee(db);
  const certificateId = newId();
  const entry = anEntry({ titleSeries: 'nursing', titleLevel: 'senior' });
  await saveDraft(contextOf(actor), { certificateId, engagementId: null, replacesId: null, consent: false, entry }, null);
  expect(await sql`select title_series, title_level from certificate where id = ${certificateId}`).toEqual([
    { title_series: null, title_level: null },
  ]);
});

describe('counts by series, level and district', () => {
  test('each person once in a series, at her highest verified level, and every number opens to its people', async () => {
    const near = await employed('110105');
    await aTitle(near, 'education', 'assistant');
    await aTitle(near, 'education', 'intermediate');
    await aTitle(near, 'nursing', 'technician');
    await aTitle(near, 'education', 'senior', { status: 'submitted' });
    const far = await employed('110108');
    await aTitle(far, 'education', 'intermediate');
    await aTitle((await aPerson(db)).id, 'research', 'senior');
    const city = (await aMember(db, 'city_officer')).actor;
    const officer = (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110105' }))).actor;
    const cells = await countTitles(city, now());
    expect(cells).toContainEqual({ series: 'education', level: 'intermediate', district: '110105', persons: 1 });
    expect(cells).toContainEqual({ series: 'research', level: 'senior', district: NO_POST, persons: 1 });
    expect(cells).not.toContainEqual(expect.objectContaining({ series: 'education', level: 'assistant' }));
    const { bySeries, allSeries } = titleTables(cells, { district: '110105' });
    expect(bySeries.map(({ series, counts }) => [series, counts.total])).toContainEqual(['education', 1]);
    const own = await listTitleHolders(officer, {}, now(), page);
    expect(own.total).toBe(allSeries.total);
    for (const { series, level, district, persons } of cells) {
      expect((await listTitleHolders(city, { series, level, district }, now(), page)).total).toBe(persons);
      if (district !== '110105') await expect(listTitleHolders(officer, { district }, now(), page)).rejects.toMatchObject({ status: 403 });
    }
    await expect(countTitles((await aMember(db, 'institution_admin')).actor, now())).rejects.toMatchObject({ status: 403 });
  });
});
