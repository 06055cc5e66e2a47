import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { assessmentSite, organisation, xCertificateKind } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { can } from '../shared/policy';
import { NotFound } from '../shared/refusals';
import { organisationOf } from './find-sitting.server';

const kinds = () =>
  db
    .select({
      id: xCertificateKind.id,
      name: xCertificateKind.name,
      issuer: xCertificateKind.issuer,
      organisationId: xCertificateKind.organisationId,
      organisation: organisation.name,
      levels: xCertificateKind.levels,
      childcareRelated: xCertificateKind.childcareRelated,
      numberPrefix: xCertificateKind.numberPrefix,
      source: xCertificateKind.source,
      isActive: xCertificateKind.isActive,
      issued: sql<number>`(select count(*)::int from certificate c where c.x_kind_id = ${xCertificateKind.id} and c.status = 'verified')`,
    })
    .from(xCertificateKind)
    .leftJoin(organisation, eq(organisation.id, xCertificateKind.organisationId));

/** The catalogue of 1+X certificates, those in use first. */
export const listKinds = () => kinds().orderBy(desc(xCertificateKind.isActive), asc(xCertificateKind.name), asc(xCertificateKind.issuer));

/** @throws NotFound */
export async function getKind(kindId: string) {
  const [row] = isId(kindId) ? await kinds().where(eq(xCertificateKind.id, kindId)) : [];
  if (!row) throw new NotFound();
  return row;
}

export const listEvaluationOrganisations = () =>
  db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(and(eq(organisation.kind, 'evaluation_organisation'), eq(organisation.status, 'approved')))
    .orderBy(asc(organisation.name));

/** What the organisation may hold sittings of. */
export const listOwnKinds = (actor: UserActor) =>
  kinds()
    .where(and(eq(xCertificateKind.organisationId, organisationOf(actor, 'sitting.manage')), eq(xCertificateKind.isActive, true)))
    .orderBy(asc(xCertificateKind.name));

const sites = () =>
  db
    .select({
      id: assessmentSite.id,
      organisationId: assessmentSite.organisationId,
      name: assessmentSite.name,
      districtCode: assessmentSite.districtCode,
      address: assessmentSite.address,
      hostId: assessmentSite.hostId,
      host: organisation.name,
      seats: assessmentSite.seats,
      isActive: assessmentSite.isActive,
      sittings: sql<number>`(select count(*)::int from sitting s where s.site_id = ${assessmentSite.id} and s.status in ('open', 'results_entered'))`,
    })
    .from(assessmentSite)
    .leftJoin(organisation, eq(organisation.id, assessmentSite.hostId));

export const listSites = (actor: UserActor) =>
  sites()
    .where(eq(assessmentSite.organisationId, organisationOf(actor, 'site.manage')))
    .orderBy(desc(assessmentSite.isActive), asc(assessmentSite.name));

/** @throws NotFound for a site of another organisation */
export async function getSite(actor: UserActor, siteId: string) {
  organisationOf(actor, 'site.manage');
  const [row] = isId(siteId) ? await sites().where(eq(assessmentSite.id, siteId)) : [];
  if (!row || !can(actor, 'site.manage', { organisationId: row.organisationId })) throw new NotFound();
  return row;
}

/** Colleges that may lend their rooms. */
export const listColleges = () =>
  db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(and(eq(organisation.kind, 'college'), eq(organisation.status, 'approved')))
    .orderBy(asc(organisation.name));
