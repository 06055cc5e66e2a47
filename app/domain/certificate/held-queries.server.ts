import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { certificate, certificateFile, organisation, person, xCertificateKind } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { maskName } from '../shared/name';
import { beijingDate } from '../shared/period';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { shownStatus } from './certificate';
import { certificateProblems } from './consistency';
import { findHeld, type Held, mayRead, postsOf, subjectOf } from './find-held.server';
import { historyOf } from './history.server';
import { lookupFor } from './issuers.server';
import { standsAlready } from './standing.server';
import { screenStored } from './surroundings.server';
import { verdictsOf } from './verdicts.server';

const filesOf = (certificateId: string) =>
  db
    .select({
      id: certificateFile.id,
      purpose: certificateFile.purpose,
      name: certificateFile.name,
      mediaType: certificateFile.mediaType,
      bytes: certificateFile.bytes,
    })
    .from(certificateFile)
    .where(eq(certificateFile.certificateId, certificateId))
    .orderBy(asc(certificateFile.uploadedAt), asc(certificateFile.id));

const holderOf = async (personId: string) => {
  const [holder] = await db
    .select({ id: person.id, name: person.name, idNumberMasked: person.idNumberMasked, bornOn: person.bornOn })
    .from(person)
    .where(eq(person.id, personId));
  if (!holder) throw new NotFound();
  return holder;
};

const nameOf = async (organisationId: string | null) =>
  organisationId === null
    ? null
    : ((await db.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, organisationId)))[0]?.name ?? null);

const shown = (held: Held, today: string) => {
  const { id, family, occupation, xKindId, level, name, number, issuer, issuedOn, validUntil, source, districtCode } = held;
  const { revokedOn, decisionReason, replacesId, creditBankNo, remark, titleSeries, titleLevel } = held;
  const at = { submittedAt: held.submittedAt?.toISOString() ?? null, verifiedAt: held.verifiedAt?.toISOString() ?? null };
  const facts = { id, family, occupation, xKindId, level, name, number, issuer, issuedOn, validUntil, source, districtCode };
  return {
    ...facts,
    titleSeries,
    titleLevel,
    revokedOn,
    decisionReason,
    replacesId,
    creditBankNo,
    remark,
    ...at,
    stored: held.status,
    status: shownStatus(held, today),
  };
};

/** A certificate with everything that its page shows to whoever may see it. @throws NotFound */
export async function getHeld(actor: UserActor, certificateId: string, now: Date) {
  const held = await findHeld(db, actor, certificateId, now);
  const today = beijingDate(now);
  const [holder, files, history, verdicts, submitter, lookup, later] = await Promise.all([
    holderOf(held.personId),
    filesOf(held.id),
    historyOf(held),
    verdictsOf(db, [held.id], today),
    nameOf(held.submittedByOrganisationId),
    lookupFor(db, held),
    db.select({ id: certificate.id, status: certificate.status }).from(certificate).where(eq(certificate.replacesId, held.id)),
  ]);
  const ownSide =
    actor.role === 'trainee' ? held.submittedByOrganisationId === null : held.submittedByOrganisationId === actor.organisation?.id;
  const mayChange = ownSide && can(actor, 'held_certificate.submit', subjectOf(held));
  return {
    certificate: shown(held, today),
    holder,
    files: files.filter(({ purpose }) => purpose === 'copy' || actor.role !== 'trainee'),
    history,
    verdict: verdicts.get(held.id) ?? null,
    submitter,
    lookup,
    correctedBy: later.filter(({ status }) => status !== 'draft' || mayChange).map(({ id }) => id),
    problems: held.status === 'draft' ? await entryProblems(held, holder.bornOn, today) : [],
    /** Handed in before under the same number: the draft cannot follow. */
    standsAlready: held.status === 'draft' && (await standsAlready(db, held)),
    mayChange,
    mayRecall: mayChange && held.status === 'submitted' && held.source !== 'import',
  };
}

async function entryProblems(held: Held, bornOn: string | null, today: string) {
  const [xKind = null] = held.xKindId
    ? await db
        .select({ levels: xCertificateKind.levels, numberPrefix: xCertificateKind.numberPrefix })
        .from(xCertificateKind)
        .where(eq(xCertificateKind.id, held.xKindId))
    : [];
  return certificateProblems({ ...held, xKind: held.family === 'x_certificate' ? xKind : undefined }, { today, bornOn });
}

/** What an officer sees beside it: why to look twice, the same number elsewhere, what else she holds, and whether she may decide. */
export async function getReview(actor: UserActor, certificateId: string, now: Date) {
  if (!hasLine(actor, 'held_certificate.verify')) throw new Forbidden();
  const held = await findHeld(db, actor, certificateId, now);
  const today = beijingDate(now);
  const [warnings, posts, others, sameNumber] = await Promise.all([
    screenStored(db, [held.id], today),
    postsOf(db, held.personId, today),
    db
      .select()
      .from(certificate)
      .where(and(eq(certificate.personId, held.personId), sql`${certificate.id} <> ${held.id} and ${certificate.status} <> 'draft'`))
      .orderBy(asc(certificate.issuedOn))
      .limit(50),
    db
      .select({ held: certificate, holder: person.name })
      .from(certificate)
      .innerJoin(person, eq(person.id, certificate.personId))
      .where(and(eq(certificate.number, held.number), sql`${certificate.id} <> ${held.id} and ${certificate.status} <> 'draft'`))
      .limit(20),
  ]);
  const mayVerify = can(actor, 'held_certificate.verify', subjectOf(held));
  const places = await Promise.all(posts.map(({ institutionId }) => nameOf(institutionId)));
  return {
    warnings: warnings.get(held.id) ?? [],
    places: places.filter((name) => name !== null),
    others: others.map((other) => shown(other, today)),
    sameNumber: await Promise.all(sameNumber.map((row) => elsewhere(actor, row, now))),
    mayVerify,
    /** Why not: handed in by herself or her organisation, or another district's. */
    whyNot: mayVerify ? null : handedInBySelf(actor, held) ? ('own' as const) : ('elsewhere' as const),
  };
}

const handedInBySelf = (actor: UserActor, held: Held): boolean =>
  held.submittedBy === actor.accountId || held.personId === actor.personId || held.submittedByOrganisationId === actor.organisation?.id;

/** The same number in somebody's name: another district's people are named by their family name alone. */
async function elsewhere(actor: UserActor, { held, holder }: { held: Held; holder: string }, now: Date) {
  const open = await mayRead(db, actor, held, now);
  const { id, family, issuer, districtCode } = held;
  return {
    id: open ? id : null,
    family,
    issuer,
    districtCode,
    holder: open ? holder : maskName(holder),
    status: shownStatus(held, beijingDate(now)),
  };
}

/** What a person holds, the newest first, with what each is worth under the rule in force. */
export async function listMine(actor: UserActor, now: Date) {
  const { personId } = actor;
  if (personId === null || !can(actor, 'held_certificate.read', { personId })) return [];
  const today = beijingDate(now);
  const rows = await db
    .select({ held: certificate, submitter: organisation.name })
    .from(certificate)
    .leftJoin(organisation, eq(organisation.id, certificate.submittedByOrganisationId))
    .where(
      and(eq(certificate.personId, personId), sql`(${certificate.status} <> 'draft' or ${certificate.submittedByOrganisationId} is null)`),
    )
    .orderBy(sql`${certificate.createdAt} desc`)
    .limit(100);
  const verdicts = await verdictsOf(
    db,
    rows.map(({ held }) => held.id),
    today,
  );
  return rows.map(({ held, submitter }) => ({ ...shown(held, today), submitter, verdict: verdicts.get(held.id) ?? null }));
}

/** As oneself one need not switch roles first. */
const asHerself = (actor: UserActor): UserActor => ({ ...actor, role: 'trainee', organisation: null });

/** A stored file, for whoever may see its certificate. @throws NotFound */
export async function getHeldFile(actor: UserActor, fileId: string, now: Date) {
  if (!isId(fileId)) throw new NotFound();
  const [file] = await db.select().from(certificateFile).where(eq(certificateFile.id, fileId));
  if (!file) throw new NotFound();
  const [held] = await db.select().from(certificate).where(eq(certificate.id, file.certificateId));
  const seen = held && ((await mayRead(db, actor, held, now)) || (await mayRead(db, asHerself(actor), held, now)));
  if (!seen) throw new NotFound();
  // What an office found elsewhere is its own paper.
  if (file.purpose === 'receipt' && !hasLine(actor, 'held_certificate.verify')) throw new NotFound();
  return file;
}
