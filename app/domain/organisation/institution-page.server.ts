import { and, asc, desc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { engagement, institutionChange, institutionFile, organisation, person } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { findOrganisation, type Organisation } from './find-organisation.server';
import { caregiversAdvised, fileWarnings } from './institution';
import { changedFields, type FileFacts, inGroupOrder, missingFields, type ProposedFacts, pickFields } from './institution-facts';
import { readFile } from './institution-facts.server';
import { readPeriods } from './institution-periods.server';
import { usccContradicts } from './uscc';

/** What officers of its district (or the city) see of an institution. @throws NotFound outside the area */
export async function getInstitution(actor: UserActor, id: string, now: Date) {
  const found = await findOrganisation(db, actor, id, { action: 'institution.keep' });
  if (found.kind !== 'institution') throw new NotFound();
  const [seen, near] = await Promise.all([describe(found, now), neighbours(found)]);
  return { ...seen, ...near };
}

/** What is left of an institution for the district that it moved away from: until when it was there, and where it went. */
export async function getMovedAway(actor: UserActor, id: string) {
  if (!hasLine(actor, 'institution.keep')) throw new Forbidden();
  const own = actor.organisation?.districtCode ?? null;
  const [found] = isId(id) ? await db.select().from(organisation).where(eq(organisation.id, id)) : [];
  const periods = found ? await readPeriods(db, found.id) : [];
  const here = periods.filter((period) => period.districtCode === own);
  const last = here.at(-1);
  if (!found || !last?.untilOn || found.districtCode === own) throw new NotFound();
  return { id: found.id, name: found.name, periods: here, movedOn: last.untilOn, districtCode: found.districtCode };
}

/** Whether an institution has gone from the officer's district, so that its page shows its history alone. */
export async function hasMovedAway(actor: UserActor, id: string): Promise<boolean> {
  if (!hasLine(actor, 'institution.keep') || !isId(id)) return false;
  const [found] = await db
    .select({ districtCode: organisation.districtCode })
    .from(organisation)
    .where(and(eq(organisation.id, id), eq(organisation.kind, 'institution')));
  if (!found || can(actor, 'institution.keep', { districtCode: found.districtCode })) return false;
  return (await readPeriods(db, id)).some((period) => period.districtCode === actor.organisation?.districtCode && period.untilOn !== null);
}

/** Its own file, for the institution. */
export async function getOwnInstitution(actor: UserActor, now: Date) {
  if (!actor.organisation) throw new Forbidden();
  return describe(await findOrganisation(db, actor, actor.organisation.id, { action: 'institution.propose_change' }), now);
}

async function describe(found: Organisation, now: Date) {
  const today = beijingDate(now);
  const [{ facts, file, capacity }, periods, changes, principals, caregivers] = await Promise.all([
    readFile(db, found),
    readPeriods(db, found.id),
    listChanges(found.id),
    listPrincipals(found.id, today),
    countCaregivers(found.id, today),
  ]);
  const { id, status, districtCode, operatorType, filingStatus, filedOn, decisionReason } = found;
  const checked = {
    ...facts,
    operatorType,
    codeContradicts: !!facts.uscc && !!facts.legalNature && usccContradicts(facts.uscc, facts.legalNature),
  };
  const current: Partial<ProposedFacts> = { ...facts, operatorType: operatorType ?? 'private', districtCode: districtCode ?? '' };
  return {
    institution: { id, status, districtCode, operatorType, filingStatus, filedOn, decisionReason },
    facts,
    capacity,
    seen: file?.updatedAt.toISOString() ?? null,
    closedOn: file?.closedOn ?? null,
    mergedIntoId: file?.mergedIntoId ?? null,
    periods,
    changes: changes.map((change) => withCurrent(change, current)),
    principals,
    caregivers: { onPost: caregivers, advised: caregiversAdvised(facts.classes) },
    warnings: fileWarnings(checked, today),
    missing: filingStatus === 'filed' || filingStatus === 'changed_pending' ? missingFields(facts as FileFacts) : [],
  };
}

/** What stands there now beside what was proposed: others may have changed it meanwhile. */
function withCurrent(change: Change, current: Partial<ProposedFacts>) {
  const tidy = (facts: Partial<ProposedFacts>) => (facts.classes ? { ...facts, classes: inGroupOrder(facts.classes) } : facts);
  const [before, proposed] = [tidy(change.before), tidy(change.proposed)];
  const fields = changedFields<Partial<ProposedFacts>>({}, proposed);
  const now = pickFields<Partial<ProposedFacts>>(current, fields);
  const overtaken = change.status === 'submitted' ? changedFields(before, now) : [];
  const { submittedAt, ...rest } = change;
  return { ...rest, submittedOn: beijingDate(submittedAt), before, proposed, fields, overtaken };
}

const CHANGE = {
  id: institutionChange.id,
  status: institutionChange.status,
  before: institutionChange.before,
  proposed: institutionChange.proposed,
  note: institutionChange.note,
  submittedAt: institutionChange.submittedAt,
  effectiveOn: institutionChange.effectiveOn,
  decisionDueOn: institutionChange.decisionDueOn,
  decisionReason: institutionChange.decisionReason,
};

const listChanges = (institutionId: string) =>
  db
    .select(CHANGE)
    .from(institutionChange)
    .where(eq(institutionChange.institutionId, institutionId))
    .orderBy(desc(institutionChange.submittedAt))
    .limit(20);
type Change = Awaited<ReturnType<typeof listChanges>>[number];

const current = (institutionId: string, today: string) =>
  and(eq(engagement.institutionId, institutionId), or(isNull(engagement.endOn), sql`${engagement.endOn} > ${today}`));

const listPrincipals = (institutionId: string, today: string) =>
  db
    .selectDistinct({ id: person.id, name: person.name })
    .from(engagement)
    .innerJoin(person, eq(person.id, engagement.personId))
    .where(and(current(institutionId, today), eq(engagement.role, 'principal')))
    .orderBy(asc(person.name));

/** Interns never count among them. */
const countCaregivers = async (institutionId: string, today: string): Promise<number> => {
  const posted = and(eq(engagement.role, 'caregiver'), eq(engagement.onPost, true), eq(engagement.isIntern, false));
  const [row] = await db
    .select({ n: sql<number>`count(distinct ${engagement.personId})::int` })
    .from(engagement)
    .where(and(current(institutionId, today), posted));
  return row?.n ?? 0;
};

/** Other sites under its credit code, what it went into and what went into it. */
async function neighbours({ id, uscc }: Organisation) {
  const named = { id: organisation.id, name: organisation.name, siteNo: organisation.siteNo, districtCode: organisation.districtCode };
  const files = db.select(named).from(organisation).innerJoin(institutionFile, eq(institutionFile.organisationId, organisation.id));
  const into = db.select({ id: institutionFile.mergedIntoId }).from(institutionFile).where(eq(institutionFile.organisationId, id));
  const [sites, mergedFrom, [mergedInto]] = await Promise.all([
    uscc
      ? db
          .select(named)
          .from(organisation)
          .where(and(eq(organisation.uscc, uscc), ne(organisation.id, id), eq(organisation.kind, 'institution')))
      : [],
    db
      .select(named)
      .from(organisation)
      .innerJoin(institutionFile, and(eq(institutionFile.organisationId, organisation.id), eq(institutionFile.mergedIntoId, id))),
    files.where(eq(organisation.id, sql`(${into})`)),
  ]);
  return { sites, mergedFrom, mergedInto: mergedInto ?? null };
}

/** Institutions that another may go into: of the officer's area, at work. */
export async function listMergeTargets(actor: UserActor, id: string) {
  if (!hasLine(actor, 'institution.keep')) throw new Forbidden();
  const own = actor.role === 'city_officer' ? undefined : eq(organisation.districtCode, actor.organisation?.districtCode ?? '');
  const atWork = and(eq(organisation.kind, 'institution'), eq(organisation.status, 'approved'), ne(organisation.id, id));
  return db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(and(atWork, own, ne(organisation.filingStatus, 'cancelled')))
    .orderBy(sql`${organisation.name} collate "zh-x-icu"`)
    .limit(2_000);
}
