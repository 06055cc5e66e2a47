import { and, eq, max, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/client';
import { assessmentSite, organisation, sitting } from '#db/schema';
import { isId, newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import { organisationOf } from './find-sitting.server';
import type { siteInput } from './inputs';

type Site = z.output<typeof siteInput>;

/** An assessment site of the evaluation organisation, its own or in the rooms of a college. @returns its id */
export const addSite = (ctx: Context, site: Site): Promise<string> =>
  operation(ctx, 'site.added', async (op) => {
    const organisationId = organisationOf(op.actor, 'site.manage');
    op.require('site.manage', { organisationId });
    await requireFit(op.tx, site, organisationId, null);
    const id = newId();
    await op.tx.insert(assessmentSite).values({ id, organisationId, ...site, createdAt: op.now });
    await op.record({ subject: { type: 'site', id }, data: { name: site.name, seats: site.seats } });
    return id;
  });

/** Same values change nothing; the seats never fall below the places of a sitting that is still open. */
export const editSite = (ctx: Context, siteId: string, site: Site): Promise<void> =>
  operation(ctx, 'site.edited', async (op) => {
    if (!hasLine(op.actor, 'site.manage')) throw new Forbidden();
    if (!isId(siteId)) throw new NotFound();
    const [before] = await op.tx.select().from(assessmentSite).where(eq(assessmentSite.id, siteId)).for('update');
    if (!before || !can(op.actor, 'site.manage', { organisationId: before.organisationId })) throw new NotFound();
    const names = (Object.keys(site) as (keyof Site)[]).filter((name) => site[name] !== before[name]);
    if (names.length === 0) return op.unchanged(undefined);
    await requireFit(op.tx, site, before.organisationId, siteId);
    const open = and(eq(sitting.siteId, siteId), eq(sitting.status, 'open'));
    const [largest] = await op.tx
      .select({ capacity: max(sitting.capacity) })
      .from(sitting)
      .where(open);
    if (largest?.capacity && site.seats < largest.capacity)
      throw new Refusal('site_seats_below_sitting', { field: 'seats', params: { capacity: largest.capacity } });
    await op.tx.update(assessmentSite).set(site).where(eq(assessmentSite.id, siteId));
    const pick = (from: Site) => Object.fromEntries(names.map((name) => [name, from[name]]));
    await op.record({ subject: { type: 'site', id: siteId }, data: { before: pick(before), after: pick(site) } });
  });

async function requireFit(tx: Tx, site: Site, organisationId: string, siteId: string | null): Promise<void> {
  const named = and(eq(assessmentSite.organisationId, organisationId), eq(assessmentSite.name, site.name));
  const others = siteId === null ? named : and(named, ne(assessmentSite.id, siteId));
  if ((await tx.select({ id: assessmentSite.id }).from(assessmentSite).where(others)).length > 0)
    throw new Refusal('site_exists', { field: 'name' });
  if (site.hostId === null) return;
  const [host] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.id, site.hostId), eq(organisation.kind, 'college'), eq(organisation.status, 'approved')));
  if (!host) throw new Refusal('field_choice', { field: 'hostId' });
}
