import { type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '#db/client';
import { containing } from '../course/search-text';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { addDays, beijingDate, daysBetween } from '../shared/period';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { settingNow } from '../shared/settings.server';
import { type AgreementPhase, type AgreementScope, type AgreementStatus, agreementPhase, COOPERATION_PER_PAGE } from './cooperation';
import type { agreementSearch } from './cooperation/inputs';
import { collegeOf } from './find-point.server';

interface AgreementRow extends Record<string, unknown> {
  id: string;
  number: string;
  collegeId: string;
  college: string;
  institutionId: string;
  institution: string;
  districtCode: string | null;
  scopes: AgreementScope[];
  signedOn: string;
  fromOn: string;
  untilOn: string;
  status: AgreementStatus;
  remark: string;
  fileName: string | null;
  fileBytes: number | null;
  /** ISO; names the version that a decision is about. */
  proposedAt: string;
  decidedAt: string | null;
  reason: string | null;
  endedOn: string | null;
  renewsId: string | null;
  renewedById: string | null;
}

const RENEWED_BY = sql`(select n.id from cooperation_agreement n where n.renews_id = a.id and n.status in ('proposed', 'confirmed')
  order by n.from_on limit 1)`;
const COLUMNS = sql`a.id, a.number, a.college_id as "collegeId", c.name as college, a.institution_id as "institutionId", i.name as institution,
  i.district_code as "districtCode", to_jsonb(a.scopes) as scopes, a.signed_on::text as "signedOn", a.from_on::text as "fromOn",
  a.until_on::text as "untilOn", a.status, a.remark, a.file_name as "fileName", a.file_bytes as "fileBytes",
  to_char(a.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "proposedAt",
  a.decided_at as "decidedAt", a.reason, a.ended_on::text as "endedOn", a.renews_id as "renewsId", ${RENEWED_BY} as "renewedById"`;
const FROM = sql`cooperation_agreement a join organisation c on c.id = a.college_id join organisation i on i.id = a.institution_id`;

/** A college and an institution see their own, a district those of its institutions, the city all. @throws Forbidden */
function scopeOf(actor: UserActor): SQL {
  if (!hasLine(actor, 'agreement.read')) throw new Forbidden();
  const own = actor.organisation?.id ?? '';
  if (actor.role === 'city_officer') return sql`true`;
  if (actor.role === 'district_officer') return sql`i.district_code = ${actor.organisation?.districtCode ?? ''}`;
  if (!can(actor, 'agreement.read', { organisationId: own })) throw new Forbidden();
  return actor.role === 'institution_admin' ? sql`a.institution_id = ${own}` : sql`a.college_id = ${own}`;
}

/** The same as `agreementPhase`, for the database. */
function phaseCondition(phase: AgreementPhase, today: string, endingDays: number): SQL {
  if (phase === 'proposed' || phase === 'declined' || phase === 'ended') return sql`a.status = ${phase}`;
  const ending = sql`a.until_on < ${today}::date + ${endingDays}::int and ${RENEWED_BY} is null`;
  const now = sql`a.from_on <= ${today}::date and a.until_on >= ${today}::date`;
  const conditions = {
    coming: sql`a.from_on > ${today}::date`,
    over: sql`a.until_on < ${today}::date`,
    ending: sql`${now} and ${ending}`,
    running: sql`${now} and not (${ending})`,
  };
  return sql`a.status = 'confirmed' and ${conditions[phase]}`;
}

const withPhase = (row: AgreementRow, today: string, endingDays: number) => ({
  ...row,
  phase: agreementPhase({ ...row, isRenewed: row.renewedById !== null }, today, endingDays),
});
type ListedAgreement = ReturnType<typeof withPhase>;

/** Agreements that the actor may see, those that wait for an answer and those that end soonest first. */
export async function listAgreements(actor: UserActor, search: z.output<typeof agreementSearch>, now: Date, limit = COOPERATION_PER_PAGE) {
  const { phase, scope, district, q, page } = search;
  const [today, endingDays] = [beijingDate(now), await settingNow('agreement_ending_days')];
  const like = containing(q);
  const area = scopeOf(actor);
  const where = sql.join(
    [
      area,
      phase ? phaseCondition(phase, today, endingDays) : sql`true`,
      scope ? sql`${scope} = any(a.scopes)` : sql`true`,
      district ? sql`i.district_code = ${district}` : sql`true`,
      q ? sql`(a.number ilike ${like} or c.name ilike ${like} or i.name ilike ${like})` : sql`true`,
    ],
    sql` and `,
  );
  const rows = await db.execute<AgreementRow>(sql`select ${COLUMNS} from ${FROM} where ${where}
    order by a.status <> 'proposed', a.status <> 'confirmed', a.until_on, a.id limit ${limit} offset ${(page - 1) * limit}`);
  const [sums] = await db.execute<{ total: number; waiting: number; ending: number }>(sql`
    select (count(*) filter (where ${where}))::int as total, (count(*) filter (where a.status = 'proposed'))::int as waiting,
      (count(*) filter (where ${phaseCondition('ending', today, endingDays)}))::int as ending from ${FROM} where ${area}`);
  return {
    rows: rows.map((row) => withPhase(row, today, endingDays)),
    total: sums?.total ?? 0,
    waiting: sums?.waiting ?? 0,
    ending: sums?.ending ?? 0,
    endingDays,
  };
}

/** @throws Forbidden, NotFound for the agreement of others */
export async function getAgreement(actor: UserActor, agreementId: string, now: Date): Promise<ListedAgreement> {
  const area = scopeOf(actor);
  const [row] = isId(agreementId)
    ? await db.execute<AgreementRow>(sql`select ${COLUMNS} from ${FROM} where a.id = ${agreementId} and ${area}`)
    : [];
  if (!row) throw new NotFound();
  return withPhase(row, beijingDate(now), await settingNow('agreement_ending_days'));
}

/** The signed copy, for whoever may see the agreement. @throws Forbidden, NotFound */
export async function getAgreementFile(actor: UserActor, agreementId: string) {
  const area = scopeOf(actor);
  const [row] = isId(agreementId)
    ? await db.execute<{ fileName: string; mediaType: string; storedAs: string }>(sql`
        select a.file_name as "fileName", a.file_media_type as "mediaType", a.file_stored_as as "storedAs" from ${FROM}
        where a.id = ${agreementId} and a.file_stored_as is not null and ${area}`)
    : [];
  if (!row) throw new NotFound();
  return row;
}

/** The institution that a college chose from those found. @throws Forbidden for others than colleges */
export async function findPartner(actor: UserActor, institutionId: string | undefined) {
  collegeOf(actor, 'agreement.manage');
  if (institutionId === undefined) return null;
  const [row] = await db.execute<{ id: string; name: string }>(sql`
    select id, name from organisation where id = ${institutionId} and kind = 'institution' and status = 'approved'`);
  return row ?? null;
}

/** What a renewal begins with: the same parties and scopes, for as long again from the day after the last one. */
export async function renewalOf(actor: UserActor, agreementId: string, now: Date) {
  collegeOf(actor, 'agreement.manage');
  const { id, institutionId, institution, scopes, fromOn, untilOn } = await getAgreement(actor, agreementId, now);
  const begins = addDays(untilOn, 1);
  return {
    id,
    institution: { id: institutionId, name: institution },
    values: { scopes, fromOn: begins, untilOn: addDays(begins, daysBetween(fromOn, untilOn)) },
  };
}
