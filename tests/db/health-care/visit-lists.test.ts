import { expect, test } from 'vitest';
import { sql } from '#db/client';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution, aProvider } from '#db/seed/builders/organisations';
import { aFinding, anAnswer, aVisit } from '#db/seed/builders/visits';
import { listDueVisits } from '~/domain/health-care/due-visits.server';
import { getFinding } from '~/domain/health-care/finding-page.server';
import { countFindings, listFindings } from '~/domain/health-care/findings.server';
import { countGuidanceTasks, countOwnFindings } from '~/domain/health-care/guidance-tasks.server';
import { listOwnVisits, listVisitsOfInstitution } from '~/domain/health-care/institution-visits.server';
import { planBasis } from '~/domain/health-care/plan-basis.server';
import { listMyPlannedVisits } from '~/domain/health-care/planned-visits.server';
import { dueSearch, findingSearch, visitSearch } from '~/domain/health-care/visit/inputs';
import { getVisit } from '~/domain/health-care/visit-page.server';
import { countVisits, listVisitingOrganisations, listVisitors, listVisits } from '~/domain/health-care/visits.server';
import type { UserActor } from '~/domain/shared/actor';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { aFoundScene, aGuidanceScene, aPlannedScene } from './visit-scenes';

const { db } = testDatabase();
const ALL = { limit: 100, offset: 0 };
const visits = async (actor: UserActor, asked: Record<string, string> = {}) =>
  (await listVisits(actor, visitSearch.parse(asked), now(), ALL)).rows.map(({ id }) => id);
const findings = async (actor: UserActor, asked: Record<string, string> = {}) =>
  (await listFindings(actor, findingSearch.parse(asked), now(), ALL)).rows.map(({ id }) => id);
const due = async (actor: UserActor, asked: Record<string, string> = {}) =>
  (await listDueVisits(actor, dueSearch.parse(asked), now(), ALL)).rows;
const today = () => beijingDate(now());

test('the list says who visits whom when, filtered by state, place, person and day', async () => {
  const { officer, actor, institution, centre, visit } = await aPlannedScene({ plannedOn: addDays(today(), -1) });
  const mine = await aVisit(db, { institutionId: institution.id, organisationId: centre.organisation.id, visitorId: officer.account.id });
  const made = await aVisit(db, { institutionId: institution.id, organisationId: officer.organisation.id, visitedOn: '2026-02-01' });
  await aFinding(db, made, { mendByOn: '2026-02-20' });
  const of = { institution: institution.id };
  expect(await visits(actor, of)).toEqual([visit.id, mine.id, made.id]);
  expect(await visits(actor, { ...of, state: 'late' })).toEqual([visit.id]);
  expect(await visits(actor, { ...of, state: 'recorded' })).toEqual([made.id]);
  expect(await visits(actor, { ...of, mine: '1' })).toEqual([mine.id]);
  expect(await visits(actor, { ...of, organisation: centre.organisation.id })).toEqual([mine.id]);
  expect(await visits(actor, { ...of, from: '2026-01-01', until: '2026-02-01' })).toEqual([made.id]);
  expect(await visits(actor, { ...of, q: '没有这个名字' })).toEqual([]);
  const { rows } = await listVisits(actor, visitSearch.parse({ ...of, state: 'recorded' }), now(), ALL);
  expect(rows[0]).toMatchObject({ findings: 1, waiting: 1, overdue: 1, visitedOn: '2026-02-01' });
  expect(await countVisits(actor, visitSearch.parse(of), now())).toMatchObject({ current: 3, planned: 2, late: 1, recorded: 1, all: 3 });
  expect((await listVisitingOrganisations(actor)).map(({ id }) => id)).toEqual(
    expect.arrayContaining([officer.organisation.id, centre.organisation.id]),
  );
  expect(await listVisitors(actor)).toEqual([{ id: officer.account.id, name: officer.account.displayName }]);
});

test('each area reads its own; a district that an institution has left keeps what it visited, and the new one inherits it', async () => {
  const { actor, stranger, visit, finding, institution, centre } = await aFoundScene();
  const college = (await aMember(db, 'provider_staff')).actor;
  const city = (await aMember(db, 'city_officer')).actor;
  const cityCentre = (await aMember(db, 'provider_staff', await aProvider(db, { kind: 'mch_centre', districtCode: null }))).actor;
  for (const reader of [actor, centre.actor, city, cityCentre]) {
    expect(await visits(reader)).toContain(visit.id);
    expect((await getFinding(reader, finding.id, now())).finding.id).toBe(finding.id);
  }
  expect(await visits(stranger)).not.toContain(visit.id);
  await expect(getVisit(stranger, visit.id, now())).rejects.toMatchObject({ status: 404 });
  await expect(getFinding(stranger, finding.id, now())).rejects.toMatchObject({ status: 404 });
  await expect(visits(college)).rejects.toMatchObject({ status: 403 });
  await expect(findings(college)).rejects.toMatchObject({ status: 403 });
  await sql`update organisation set district_code = '110106' where id = ${institution.id}`;
  expect(await visits(stranger)).toContain(visit.id);
  expect(await getVisit(actor, visit.id, now())).toMatchObject({ mayAct: false });
  expect(await getVisit(stranger, visit.id, now())).toMatchObject({ mayAct: true });
});

test('an institution reads what was recorded of it, and plans only where it was told', async () => {
  const { admin, institution, visit: secret } = await aPlannedScene({ isAnnounced: false });
  const told = await aVisit(db, { institutionId: institution.id });
  const made = await aVisit(db, { institutionId: institution.id, visitedOn: '2026-02-01' });
  const found = await aFinding(db, made);
  const own = await listOwnVisits(admin.actor, now());
  expect(own.visits.map(({ id }) => id)).toEqual([told.id, made.id]);
  expect(own.findings.map(({ id }) => id)).toEqual([found.id]);
  await expect(getVisit(admin.actor, secret.id, now())).rejects.toMatchObject({ status: 404 });
  expect(await getVisit(admin.actor, made.id, now())).toMatchObject({ mayAct: false, mayVisit: false });
  const neighbour = (await aMember(db, 'institution_admin', await anInstitution(db))).actor;
  await expect(getVisit(neighbour, made.id, now())).rejects.toMatchObject({ status: 404 });
  await expect(getFinding(neighbour, found.id, now())).rejects.toMatchObject({ status: 404 });
  expect(await findings(neighbour)).toEqual([]);
});

test('findings to mend: what is longest due first; the answered wait for whoever visited', async () => {
  const { actor, admin, visit, finding, institution } = await aFoundScene({ mendByOn: addDays(today(), 4) });
  const late = await aFinding(db, visit, { mendByOn: addDays(today(), -1), weight: 'serious' });
  const lastDay = await aFinding(db, visit, { mendByOn: today() });
  const answered = await aFinding(db, visit, { mendByOn: addDays(today(), -3), status: 'answered' });
  await anAnswer(db, answered.id, { statement: '已换锁' });
  const mended = await aFinding(db, visit, { status: 'mended' });
  const of = { institution: institution.id };
  expect(await findings(actor, of)).toEqual([answered.id, late.id, lastDay.id, finding.id]);
  expect(await findings(actor, { ...of, state: 'overdue' })).toEqual([late.id]);
  expect(await findings(actor, { ...of, state: 'answered' })).toEqual([answered.id]);
  expect(await findings(actor, { ...of, weight: 'serious' })).toEqual([late.id]);
  expect(await findings(actor, { ...of, state: 'mended' })).toEqual([mended.id]);
  expect(await findings(admin.actor, { state: 'all' })).toHaveLength(5);
  expect(await countFindings(actor, findingSearch.parse(of), now())).toEqual({
    waiting: 4,
    overdue: 1,
    open: 3,
    answered: 1,
    mended: 1,
    withdrawn: 0,
    all: 5,
  });
  const page = await getFinding(admin.actor, answered.id, now());
  expect(page).toMatchObject({ mayDecide: false, answers: [{ statement: '已换锁', photos: [] }] });
});

test('institutions that nobody visited for the set days are due: never visited first, none with a plan, none that closed', async () => {
  const district = '110115';
  const actor = (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: district }))).actor;
  const filed = (columns: Parameters<typeof anInstitution>[1] = {}) => anInstitution(db, { districtCode: district, ...columns });
  const [never, long, lately, planned, edge] = [await filed(), await filed(), await filed(), await filed(), await filed()];
  await filed({ filingStatus: 'cancelled' });
  await filed({ filingStatus: 'not_filed' });
  const closed = await filed();
  await sql`update institution_file set closed_on = '2026-01-01' where organisation_id = ${closed.id}`;
  const at = (institutionId: string, days: number) => aVisit(db, { institutionId, visitedOn: addDays(today(), days) });
  await at(long.id, -181);
  await aFinding(db, await at(long.id, -300));
  await at(lately.id, -10);
  await at(edge.id, -180);
  await aVisit(db, { institutionId: planned.id });
  expect((await due(actor)).map(({ id }) => id)).toEqual([never.id, long.id]);
  expect((await due(actor))[1]).toMatchObject({ lastVisitedOn: addDays(today(), -181), waiting: 1 });
  const city = (await aMember(db, 'city_officer')).actor;
  expect((await due(city, { district })).map(({ id }) => id)).toEqual([never.id, long.id]);
  await expect(due((await aMember(db, 'provider_staff')).actor)).rejects.toMatchObject({ status: 403 });
});

test('a plan begins with the institution that was asked for, or with the visit that it follows', async () => {
  const { actor, stranger, visit, institution, finding } = await aFoundScene();
  expect(await planBasis(actor, { q: institution.name }, now())).toMatchObject({ institution: null, found: [{ id: institution.id }] });
  expect(await planBasis(actor, { institution: institution.id, q: '' }, now())).toMatchObject({
    institution: { id: institution.id },
    follows: null,
  });
  expect(await planBasis(actor, { follows: visit.id, q: '' }, now())).toMatchObject({
    follows: { id: visit.id },
    plan: { kind: 'follow_up' },
  });
  await expect(planBasis(stranger, { institution: institution.id, q: '' }, now())).rejects.toMatchObject({ status: 404 });
  const follow = await aVisit(db, {
    institutionId: institution.id,
    organisationId: visit.organisationId,
    followsId: visit.id,
    kind: 'follow_up',
  });
  const [planned] = await listMyPlannedVisits(actor);
  expect(planned).toMatchObject({ id: follow.id, toMend: [{ id: finding.id }] });
});

test('visits given to a colleague are not mine; anybody’s are', async () => {
  const { officer, actor, visit } = await aPlannedScene();
  const colleague = await aMember(db, 'district_officer', officer.organisation);
  await aVisit(db, { organisationId: officer.organisation.id, visitorId: colleague.account.id });
  expect((await listMyPlannedVisits(actor)).map(({ id }) => id)).toEqual([visit.id]);
  await expect(listMyPlannedVisits((await aMember(db, 'institution_admin')).actor)).rejects.toMatchObject({ status: 403 });
});

test('the file of an institution tells its visits to its own district alone', async () => {
  const { actor, stranger, institution, visit } = await aFoundScene();
  const told = await listVisitsOfInstitution(actor, institution, now());
  expect(told.visits.map(({ id }) => id)).toEqual([visit.id]);
  await expect(listVisitsOfInstitution(stranger, institution, now())).rejects.toMatchObject({ status: 403 });
  const outsider = await aGuidanceScene();
  expect((await listVisitsOfInstitution(outsider.actor, outsider.institution, now())).visits).toEqual([]);
});

test('start pages count what waits of one’s own visits, and what an institution has to mend', async () => {
  const { actor, admin, centre, officer, visit, institution } = await aFoundScene({ status: 'answered' });
  const own = { institutionId: institution.id, organisationId: officer.organisation.id };
  await aVisit(db, { ...own, plannedOn: addDays(today(), -1) });
  await aVisit(db, { ...own, plannedOn: today() });
  await aFinding(db, visit, { mendByOn: today() });
  await aFinding(db, visit, { mendByOn: addDays(today(), -1) });
  const { id: organisationId } = officer.organisation;
  expect(await countGuidanceTasks(actor, now())).toEqual({ organisationId, late: 1, answered: 1 });
  expect(await visits(actor, { state: 'late', organisation: organisationId })).toHaveLength(1);
  expect(await findings(actor, { state: 'answered', organisation: organisationId })).toHaveLength(1);
  expect(await countGuidanceTasks(centre.actor, now())).toMatchObject({ late: 0, answered: 0 });
  expect(await countGuidanceTasks((await aMember(db, 'provider_staff')).actor, now())).toMatchObject({ late: 0, answered: 0 });
  expect(await countOwnFindings(admin.actor, now())).toEqual({ open: 2, overdue: 1, firstDueOn: addDays(today(), -1) });
  await expect(countOwnFindings(actor, now())).rejects.toMatchObject({ status: 403 });
});
