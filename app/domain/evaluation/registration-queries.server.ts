import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '#db/client';
import { assessmentSite, candidate, certificate, organisation, person, resultAppeal, sitting, xCertificateKind } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { can } from '../shared/policy';
import { NotFound } from '../shared/refusals';
import { organisationOf } from './find-sitting.server';
import type { openSittingSearch } from './inputs';
import { isAppealOpen, isWindowOpen, sittingPhase } from './sitting';

export const OPEN_PAGE_SIZE = 20;

const FACTS = {
  id: sitting.id,
  code: sitting.code,
  level: sitting.level,
  kind: xCertificateKind.name,
  issuer: xCertificateKind.issuer,
  site: assessmentSite.name,
  address: assessmentSite.address,
  siteDistrict: assessmentSite.districtCode,
  status: sitting.status,
  reason: sitting.reason,
  registerFromOn: sitting.registerFromOn,
  registerUntilOn: sitting.registerUntilOn,
  theoryOn: sitting.theoryOn,
  practicalOn: sitting.practicalOn,
  capacity: sitting.capacity,
  seatsTaken: sitting.seatsTaken,
  theoryPass: sitting.theoryPass,
  practicalPass: sitting.practicalPass,
  appealUntilOn: sitting.appealUntilOn,
};
const takenBy = (personId: string | null) =>
  sql<
    string | null
  >`(select c.id from candidate c where c.sitting_id = ${sitting.id} and c.person_id = ${personId}::uuid and c.status <> 'withdrawn')`;
const ofCollege = (collegeId: string | null) =>
  sql<number>`(select count(*)::int from candidate c where c.sitting_id = ${sitting.id} and c.college_id = ${collegeId}::uuid and c.status <> 'withdrawn')`;

/** Sittings that are open for registration or will be, the soonest closing first; with her own seat, or the college's number. */
export async function listOpenSittings(
  search: z.output<typeof openSittingSearch>,
  now: Date,
  who: { personId: string | null; collegeId: string | null },
) {
  const today = beijingDate(now);
  const where = and(
    eq(sitting.status, 'open'),
    sql`${sitting.registerUntilOn} >= ${today}::date`,
    search.kind ? eq(sitting.xKindId, search.kind) : undefined,
    search.level ? eq(sitting.level, search.level) : undefined,
  );
  const rows = await db
    .select({ ...FACTS, mine: takenBy(who.personId), students: ofCollege(who.collegeId) })
    .from(sitting)
    .innerJoin(xCertificateKind, eq(xCertificateKind.id, sitting.xKindId))
    .innerJoin(assessmentSite, eq(assessmentSite.id, sitting.siteId))
    .where(where)
    .orderBy(asc(sitting.registerUntilOn), asc(sitting.theoryOn), asc(sitting.id))
    .limit(OPEN_PAGE_SIZE)
    .offset((search.page - 1) * OPEN_PAGE_SIZE);
  const [total] = await db.select({ n: count() }).from(sitting).where(where);
  return { rows: rows.map((row) => ({ ...row, phase: sittingPhase(row, today, 0) })), total: total?.n ?? 0 };
}

/** Sittings for which the college registered somebody, the latest first. */
export async function listCollegeSittings(actor: UserActor, now: Date) {
  const collegeId = organisationOf(actor, 'candidate.register');
  const counted = (status: string) =>
    sql<number>`(select count(*)::int from candidate c where c.sitting_id = ${sitting.id} and c.college_id = ${collegeId}::uuid and c.status = ${status} and ${sitting.status} in ('results_entered', 'approved'))`;
  const rows = await db
    .select({ ...FACTS, students: ofCollege(collegeId), passed: counted('passed'), failed: counted('failed'), absent: counted('absent') })
    .from(sitting)
    .innerJoin(xCertificateKind, eq(xCertificateKind.id, sitting.xKindId))
    .innerJoin(assessmentSite, eq(assessmentSite.id, sitting.siteId))
    .where(
      sql`exists (select 1 from candidate c where c.sitting_id = ${sitting.id} and c.college_id = ${collegeId}::uuid and c.status <> 'withdrawn')`,
    )
    .orderBy(desc(sitting.theoryOn), desc(sitting.id))
    .limit(200);
  return rows.map((row) => ({ ...row, phase: sittingPhase(row, beijingDate(now), 0) }));
}

const OWN = {
  candidateId: candidate.id,
  number: candidate.number,
  candidateStatus: candidate.status,
  theoryPoints: candidate.theoryPoints,
  practicalPoints: candidate.practicalPoints,
  creditBankNo: candidate.creditBankNo,
  personId: candidate.personId,
  collegeId: candidate.collegeId,
  college: organisation.name,
  name: person.name,
  idNumberMasked: person.idNumberMasked,
  certificateId: candidate.certificateId,
  certificateNo: certificate.number,
  appeal: resultAppeal.status,
  appealStatement: resultAppeal.statement,
  appealDueOn: resultAppeal.answerDueOn,
  appealDecision: resultAppeal.decision,
};
const registrations = () =>
  db
    .select({ ...FACTS, ...OWN })
    .from(candidate)
    .innerJoin(sitting, eq(sitting.id, candidate.sittingId))
    .innerJoin(xCertificateKind, eq(xCertificateKind.id, sitting.xKindId))
    .innerJoin(assessmentSite, eq(assessmentSite.id, sitting.siteId))
    .innerJoin(person, eq(person.id, candidate.personId))
    .leftJoin(organisation, eq(organisation.id, candidate.collegeId))
    .leftJoin(certificate, eq(certificate.id, candidate.certificateId))
    .leftJoin(resultAppeal, eq(resultAppeal.candidateId, candidate.id));

type Registration = Awaited<ReturnType<typeof registrations>>[number];

/** Points are told once they are published, not while they are being entered. */
function told(row: Registration, today: string) {
  const isTold = row.status === 'results_entered' || row.status === 'approved';
  const mayWithdraw = row.candidateStatus === 'registered' && isWindowOpen(row, today);
  const mayAppeal =
    row.status === 'results_entered' && row.candidateStatus !== 'withdrawn' && row.appeal === null && isAppealOpen(row, today);
  return {
    ...row,
    theoryPoints: isTold ? row.theoryPoints : null,
    practicalPoints: isTold ? row.practicalPoints : null,
    candidateStatus: isTold || row.candidateStatus === 'withdrawn' ? row.candidateStatus : ('registered' as const),
    isTold,
    mayWithdraw,
    mayAppeal,
    phase: sittingPhase(row, today, row.appeal === 'open' ? 1 : 0),
  };
}

export async function listMyRegistrations(personId: string, now: Date) {
  const rows = await registrations().where(eq(candidate.personId, personId)).orderBy(desc(sitting.theoryOn), desc(candidate.registeredAt));
  return rows.map((row) => told(row, beijingDate(now)));
}

/** @throws NotFound for somebody else's */
export async function getMyRegistration(actor: UserActor, candidateId: string, now: Date) {
  const [row] = isId(candidateId) ? await registrations().where(eq(candidate.id, candidateId)) : [];
  if (!row || !can(actor, 'appeal.open', { personId: row.personId })) throw new NotFound();
  return told(row, beijingDate(now));
}

/** Everybody whom the college registered, the latest sitting first. */
export async function listCollegeStudents(actor: UserActor, now: Date, sittingId?: string) {
  const collegeId = organisationOf(actor, 'candidate.register');
  const rows = await registrations()
    .where(and(eq(candidate.collegeId, collegeId), sittingId ? eq(candidate.sittingId, sittingId) : undefined))
    .orderBy(desc(sitting.theoryOn), asc(candidate.number));
  return rows.map((row) => told(row, beijingDate(now)));
}

/** A sitting as a college sees it, with the students that it registered itself. @throws NotFound */
export async function getCollegeSitting(actor: UserActor, sittingId: string, now: Date) {
  const collegeId = organisationOf(actor, 'candidate.register');
  const today = beijingDate(now);
  const [found] = isId(sittingId)
    ? await db
        .select(FACTS)
        .from(sitting)
        .innerJoin(xCertificateKind, eq(xCertificateKind.id, sitting.xKindId))
        .innerJoin(assessmentSite, eq(assessmentSite.id, sitting.siteId))
        .where(eq(sitting.id, sittingId))
    : [];
  if (!found) throw new NotFound();
  const rows = await registrations()
    .where(and(eq(candidate.sittingId, sittingId), eq(candidate.collegeId, collegeId)))
    .orderBy(asc(candidate.number));
  // Before it opens and after it closes a sitting concerns only those who have somebody in it.
  if (rows.length === 0 && found.status !== 'open') throw new NotFound();
  return {
    sitting: { ...found, phase: sittingPhase(found, today, 0), isOpen: isWindowOpen(found, today) },
    students: rows.map((row) => told(row, today)),
  };
}
