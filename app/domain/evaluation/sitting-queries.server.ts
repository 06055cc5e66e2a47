import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '#db/client';
import { assessmentSite, assessor, candidate, organisation, person, resultAppeal, sitting, xCertificateKind } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { can } from '../shared/policy';
import { NotFound } from '../shared/refusals';
import { organisationOf } from './find-sitting.server';
import type { sittingSearch } from './inputs';
import { type SittingPhase, sittingPhase } from './sitting';

export const SITTING_PAGE_SIZE = 25;

const openAppealsOf = sql<number>`(select count(*)::int from result_appeal r join candidate c on c.id = r.candidate_id
  where c.sitting_id = ${sitting.id} and r.status = 'open')`;
const recordedOf = sql<number>`(select count(*)::int from candidate c where c.sitting_id = ${sitting.id}
  and (c.status = 'absent' or (c.status = 'registered' and c.theory_points is not null and c.practical_points is not null)))`;
const certificatesOf = sql<number>`(select count(*)::int from candidate c where c.sitting_id = ${sitting.id} and c.certificate_id is not null)`;
const taughtOf = sql<number>`(select count(*)::int from candidate c where c.sitting_id = ${sitting.id} and c.assessor_taught_her and c.status <> 'withdrawn')`;

/** `sittingPhase` as a condition, for lists that the database filters. */
function inPhase(phase: SittingPhase | 'current' | 'all', today: string): SQL | undefined {
  const s = sitting;
  const last = sql`greatest(${s.theoryOn}, ${s.practicalOn})`;
  const open = sql`${s.status} = 'open'`;
  const settled = sql`${s.status} = 'results_entered' and ${s.appealUntilOn} < ${today}::date`;
  switch (phase) {
    case 'all':
      return undefined;
    case 'current':
      return sql`${s.status} in ('open', 'results_entered')`;
    case 'not_open':
      return sql`${open} and ${s.registerFromOn} > ${today}::date`;
    case 'registering':
      return sql`${open} and ${today}::date between ${s.registerFromOn} and ${s.registerUntilOn} and ${s.seatsTaken} < ${s.capacity}`;
    case 'full':
      return sql`${open} and ${today}::date between ${s.registerFromOn} and ${s.registerUntilOn} and ${s.seatsTaken} >= ${s.capacity}`;
    case 'waiting':
      return sql`${open} and ${s.registerUntilOn} < ${today}::date and ${last} > ${today}::date`;
    case 'results_due':
      return sql`${open} and ${last} <= ${today}::date`;
    case 'appealing':
      return sql`${s.status} = 'results_entered' and ${s.appealUntilOn} >= ${today}::date`;
    case 'answering':
      return sql`${settled} and ${openAppealsOf} > 0`;
    case 'to_approve':
      return sql`${settled} and ${openAppealsOf} = 0`;
    default:
      return eq(s.status, phase);
  }
}

const COLUMNS = {
  sitting,
  kind: xCertificateKind.name,
  issuer: xCertificateKind.issuer,
  site: assessmentSite.name,
  address: assessmentSite.address,
  siteDistrict: assessmentSite.districtCode,
  openAppeals: openAppealsOf,
  recorded: recordedOf,
  certificates: certificatesOf,
  taught: taughtOf,
};

const from = () =>
  db
    .select(COLUMNS)
    .from(sitting)
    .innerJoin(xCertificateKind, eq(xCertificateKind.id, sitting.xKindId))
    .innerJoin(assessmentSite, eq(assessmentSite.id, sitting.siteId));

type Found = Awaited<ReturnType<typeof from>>[number];
const withPhase = (
  { sitting: { createdAt: _at, createdBy: _by, resultsPublishedAt, approvedAt, ...row }, ...rest }: Found,
  today: string,
) => ({
  ...row,
  ...rest,
  resultsPublishedAt: resultsPublishedAt?.toISOString() ?? null,
  approvedAt: approvedAt?.toISOString() ?? null,
  phase: sittingPhase(row, today, rest.openAppeals),
});

/** The organisation's own sittings, the latest examination first. */
export async function listSittings(actor: UserActor, search: z.output<typeof sittingSearch>, now: Date, limit = SITTING_PAGE_SIZE) {
  const today = beijingDate(now);
  const where = and(
    eq(sitting.organisationId, organisationOf(actor, 'sitting.manage')),
    search.kind ? eq(sitting.xKindId, search.kind) : undefined,
    search.level ? eq(sitting.level, search.level) : undefined,
    inPhase(search.phase, today),
  );
  const rows = await from()
    .where(where)
    .orderBy(desc(sitting.theoryOn), desc(sitting.id))
    .limit(limit)
    .offset((search.page - 1) * limit);
  const [total] = await db.select({ n: count() }).from(sitting).where(where);
  return { rows: rows.map((row) => withPhase(row, today)), total: total?.n ?? 0 };
}

/** @throws NotFound for a sitting of another organisation */
export async function getSitting(actor: UserActor, sittingId: string, now: Date) {
  const organisationId = organisationOf(actor, 'sitting.manage');
  const [row] = isId(sittingId) ? await from().where(eq(sitting.id, sittingId)) : [];
  if (!row || !can(actor, 'sitting.manage', { organisationId: row.sitting.organisationId })) throw new NotFound();
  const assessors = await db
    .select({ id: assessor.id, name: assessor.name, known: sql<boolean>`${assessor.personId} is not null` })
    .from(assessor)
    .where(eq(assessor.sittingId, sittingId))
    .orderBy(asc(assessor.name));
  const published = row.sitting.resultsPublishedBy;
  return {
    ...withPhase(row, beijingDate(now)),
    organisationId,
    assessors,
    /** Whoever published does not approve. */
    publishedByMe: published !== null && published === actor.accountId,
  };
}

/** Everybody who holds a seat, and with `withdrawn` who gave it back, in the order of the numbers. */
export const listCandidates = (sittingId: string, { withdrawn = false } = {}) =>
  db
    .select({
      id: candidate.id,
      number: candidate.number,
      name: person.name,
      idNumberMasked: person.idNumberMasked,
      college: organisation.name,
      status: candidate.status,
      theoryPoints: candidate.theoryPoints,
      practicalPoints: candidate.practicalPoints,
      creditBankNo: candidate.creditBankNo,
      taught: candidate.assessorTaughtHer,
      certificateNo: sql<string | null>`(select k.number from certificate k where k.id = ${candidate.certificateId})`,
      appeal: resultAppeal.status,
    })
    .from(candidate)
    .innerJoin(person, eq(person.id, candidate.personId))
    .leftJoin(organisation, eq(organisation.id, candidate.collegeId))
    .leftJoin(resultAppeal, eq(resultAppeal.candidateId, candidate.id))
    .where(and(eq(candidate.sittingId, sittingId), withdrawn ? undefined : sql`${candidate.status} <> 'withdrawn'`))
    .orderBy(asc(candidate.number));
