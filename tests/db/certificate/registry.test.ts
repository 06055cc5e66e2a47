import { describe, expect, test } from 'vitest';
import { aCertificate } from '#db/seed/builders/certificates';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { getHeld, getReview, listMine } from '~/domain/certificate/held-queries.server';
import { registrySearch } from '~/domain/certificate/inputs';
import {
  countOfficersEnding,
  countRegistry,
  countStaffCertificates,
  countWaitingCertificates,
  listEnding,
  listRegistry,
  listStaffCertificates,
  neighboursOf,
} from '~/domain/certificate/registry.server';
import type { UserActor } from '~/domain/shared/actor';
import { DAY } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { aWaiting, enter, registryScene } from './scenes';

const { db } = testDatabase();
const PAGE = { limit: 100, offset: 0 };
const asked = (query: Record<string, string> = {}) => {
  const { page: _page, ...filter } = registrySearch.parse(query);
  return filter;
};
const idsOf = async (actor: UserActor, query: Record<string, string> = {}) =>
  (await listRegistry(actor, asked(query), now(), PAGE)).rows.map(({ id }) => id);
const daysAgo = (days: number) => new Date(now().getTime() - days * DAY);

describe('the queue', () => {
  test('is the district’s, the oldest first; the city’s is everybody’s; drafts are nobody’s', async () => {
    const { officer, otherOfficer, city, holder } = await registryScene();
    const late = await aWaiting({ submittedAt: daysAgo(1) });
    const early = await aWaiting({ submittedAt: daysAgo(9) });
    const far = await aWaiting({ districtCode: '110108', submittedAt: daysAgo(5) });
    const nowhere = await aWaiting({ districtCode: null, submittedAt: daysAgo(3) });
    const draft = await enter(holder, {}, false);
    expect(await idsOf(officer)).toEqual([early.id, late.id]);
    expect(await idsOf(otherOfficer)).toEqual([far.id]);
    expect(await idsOf(city)).toEqual([early.id, far.id, nowhere.id, late.id]);
    for (const actor of [officer, city]) expect(await idsOf(actor, { state: 'all' })).not.toContain(draft);
    await expect(listRegistry(holder, asked(), now(), PAGE)).rejects.toMatchObject({ status: 403 });
    expect(await countWaitingCertificates(officer, now())).toEqual({ waiting: 2, since: '2026-03-01' });
  });

  test('narrows by family, warnings, waiting, source, institution and words, and counts the same', async () => {
    const { officer } = await registryScene('110116');
    const there = (change: Parameters<typeof aWaiting>[0]) => aWaiting({ districtCode: '110116', ...change });
    const institution = await anInstitution(db, { name: '演示银杏托育园' });
    const odd = await there({ warnings: ['issuer_not_listed'], source: 'import', submittedAt: daysAgo(8), name: '高级育婴师' });
    await anEngagement(db, { personId: odd.personId, institutionId: institution.id });
    const teacher = await there({ family: 'teacher_qualification', occupation: null, level: null, number: '20191100500000001' });
    expect(await idsOf(officer, { family: 'teacher_qualification' })).toEqual([teacher.id]);
    const narrower: Record<string, string>[] = [
      { warning: 'any' },
      { warning: 'issuer_not_listed' },
      { waiting: '7' },
      { source: 'import' },
      { institution: '银杏' },
      { q: '高级' },
    ];
    for (const query of narrower) {
      expect(await idsOf(officer, query), JSON.stringify(query)).toEqual([odd.id]);
      expect((await countRegistry(officer, asked(query), now())).states).toEqual({ submitted: 1 });
    }
    expect(await idsOf(officer, { warning: 'none' })).not.toContain(odd.id);
    expect(await idsOf(officer, { q: '100%' })).toEqual([]);
    expect((await countRegistry(officer, asked({ family: 'teacher_qualification' }), now())).families.hrss_skill_level).toBeGreaterThan(0);
  });

  test('leads from one entry to the next, round to the first, and says how many there are', async () => {
    const { officer } = await registryScene('110117');
    for (const days of [3, 2, 1]) await aWaiting({ districtCode: '110117', submittedAt: daysAgo(days) });
    const [first = '', second = '', third = ''] = await idsOf(officer);
    expect(await neighboursOf(officer, asked(), first, now())).toEqual({ previous: null, next: second, total: 3 });
    expect(await neighboursOf(officer, asked(), second, now())).toEqual({ previous: first, next: third, total: 3 });
    expect(await neighboursOf(officer, asked(), third, now())).toEqual({ previous: second, next: first, total: 3 });
  });
});

describe('who sees a certificate', () => {
  test('her holder, her institutions, her district, the district she moved to; no other', async () => {
    const { holder, manager, officer, city, otherHolder, otherManager, otherOfficer, person } = await registryScene();
    const { id } = await aCertificate(db, { personId: person.id, districtCode: '110105' });
    for (const actor of [holder, manager, officer, city]) expect((await getHeld(actor, id, now())).certificate.id).toBe(id);
    for (const actor of [otherHolder, otherManager, otherOfficer])
      await expect(getHeld(actor, id, now())).rejects.toMatchObject({ status: 404 });
    await anEngagement(db, { personId: person.id, institutionId: (await anInstitution(db, { districtCode: '110108' })).id });
    expect((await getReview(otherOfficer, id, now())).whyNot).toBe('elsewhere');
    expect(await idsOf(otherOfficer, { state: 'verified' })).toContain(id);
  });

  test('the same number elsewhere is named in full only where she may look', async () => {
    const { officer, city } = await registryScene();
    const here = await aWaiting();
    const far = await aWaiting({ number: here.number, districtCode: '110108' });
    const [found] = (await getReview(officer, here.id, now())).sameNumber;
    expect(found).toMatchObject({ id: null, districtCode: '110108', holder: expect.stringMatching(/^.\*+$/) });
    const [open] = (await getReview(city, here.id, now())).sameNumber;
    expect(open).toMatchObject({ id: far.id, holder: expect.not.stringContaining('*') });
    expect((await getReview(officer, here.id, now())).warnings.map(({ code }) => code)).toContain('number_of_another');
  });
});

describe('lists of those concerned', () => {
  test('a person sees hers with what each is worth, and not what is still being written about her', async () => {
    const { holder, manager, post, person } = await registryScene();
    const { id } = await aCertificate(db, { personId: person.id, status: 'rejected', decisionReason: '查无' });
    await enter(manager, { engagementId: post.id }, false);
    const mine = await listMine(holder, now());
    expect(mine.map((row) => row.id)).toEqual([id]);
    expect(mine[0]).toMatchObject({ status: 'rejected', decisionReason: '查无' });
  });

  test('an institution sees its people’s and its own drafts, and what it has to look after', async () => {
    const { manager, post, person, holder } = await registryScene();
    const draft = await enter(manager, { engagementId: post.id }, false);
    await enter(holder, {}, false);
    const rejected = await aCertificate(db, { personId: person.id, status: 'rejected' });
    const ending = await aCertificate(db, { personId: person.id, validUntil: '2026-04-01' });
    const filter = { state: 'standing' as const, q: '' };
    const rows = (await listStaffCertificates(manager, filter, now(), PAGE)).rows.map(({ id }) => id);
    expect(rows[0]).toBe(draft);
    expect([...rows].sort()).toEqual([draft, rejected.id, ending.id].sort());
    expect(await countStaffCertificates(manager, now())).toEqual({ rejected: 1, draft: 1, ending: 1 });
    await aWaiting({ personId: person.id, replacesId: rejected.id });
    expect(await countStaffCertificates(manager, now())).toMatchObject({ rejected: 0 });
  });

  test('the radar shows what ends within its days, by its last day', async () => {
    const { city } = await registryScene();
    const before = await countOfficersEnding(city, now());
    const ends = async (validUntil: string) => (await aCertificate(db, { districtCode: '110105', validUntil })).id;
    const [ended, today, in30, in31, in90] = [
      await ends('2026-03-09'),
      await ends('2026-03-10'),
      await ends('2026-04-09'),
      await ends('2026-04-10'),
      await ends('2026-06-08'),
    ];
    await ends('2026-06-09');
    const within = async (days?: '30' | '60' | '90' | 'ended') =>
      (await listEnding(city, { within: days, institution: '' }, now(), PAGE)).rows.map(({ id }) => id);
    expect(await within('30')).toEqual(expect.arrayContaining([today, in30]));
    expect(await within('30')).not.toContain(in31);
    expect(await within('60')).toContain(in31);
    expect(await within('ended')).toContain(ended);
    expect((await within()).filter((id) => [ended, today, in30, in31, in90].includes(id))).toEqual([ended, today, in30, in31, in90]);
    const after = await countOfficersEnding(city, now());
    expect([after['30'] - before['30'], after['60'] - before['60'], after['90'] - before['90'], after.ended - before.ended]).toEqual([
      2, 3, 4, 1,
    ]);
  });
});
