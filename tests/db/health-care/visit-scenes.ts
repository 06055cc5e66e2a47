import { db, sql } from '#db/client';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution, aProvider } from '#db/seed/builders/organisations';
import { aFinding, aVisit } from '#db/seed/builders/visits';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';

/** An officer and a centre of one district, an institution there with somebody who answers for it, and strangers to all of them. */
export async function aGuidanceScene() {
  const officer = await aMember(db, 'district_officer');
  const admin = await aMember(db, 'institution_admin', await anInstitution(db));
  const centre = await aMember(db, 'provider_staff', await aProvider(db, { kind: 'mch_centre' }));
  const stranger = (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110106' }))).actor;
  return { officer, actor: officer.actor, admin, centre, institution: admin.organisation, stranger, today: beijingDate(now()) };
}

/** The same with a visit planned by the officer's commission. */
export async function aPlannedScene(columns: Parameters<typeof aVisit>[1] = {}) {
  const scene = await aGuidanceScene();
  const own = { institutionId: scene.institution.id, organisationId: scene.officer.organisation.id };
  return { ...scene, visit: await aVisit(db, { ...own, plannedOn: addDays(scene.today, 3), ...columns }) };
}

/** The same with a visit of five days ago and what it found. */
export async function aFoundScene(finding: Parameters<typeof aFinding>[2] = {}, visit: Parameters<typeof aVisit>[1] = {}) {
  const scene = await aPlannedScene({ visitedOn: addDays(beijingDate(now()), -5), ...visit });
  return { ...scene, finding: await aFinding(db, scene.visit, finding) };
}

export const visitRow = async (id: string) => (await sql`select * from guidance_visit where id = ${id}`)[0];
export const findingRow = async (id: string) => (await sql`select * from guidance_finding where id = ${id}`)[0];
export const answersOf = (id: string) => sql`select * from finding_answer where finding_id = ${id} order by answered_at, id`;
export const eventNamed = async (name: string) => (await sql`select * from event where name = ${name} order by seq desc limit 1`)[0];
