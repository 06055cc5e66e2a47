import { and, eq, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/client';
import { organisation, xCertificateKind } from '#db/schema';
import { isId, newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import { accountOf } from './find-sitting.server';
import type { kindInput } from './inputs';

type Kind = z.output<typeof kindInput>;

/** The city adds a 1+X certificate to the catalogue. @returns its id */
export const addKind = (ctx: Context, kind: Kind): Promise<string> =>
  operation(ctx, 'x_kind.added', async (op) => {
    op.require('x_kind.edit');
    await requireFit(op.tx, kind, null);
    const id = newId();
    await op.tx.insert(xCertificateKind).values({ id, ...kind, createdAt: op.now, createdBy: accountOf(op.actor) });
    await op.record({ subject: { type: 'x_kind', id }, data: { name: kind.name, childcareRelated: kind.childcareRelated } });
    return id;
  });

/** What was issued keeps the words that were printed on it. Same values change nothing. */
export const editKind = (ctx: Context, kindId: string, kind: Kind): Promise<void> =>
  operation(ctx, 'x_kind.edited', async (op) => {
    if (!hasLine(op.actor, 'x_kind.edit')) throw new Forbidden();
    op.require('x_kind.edit');
    if (!isId(kindId)) throw new NotFound();
    const [before] = await op.tx.select().from(xCertificateKind).where(eq(xCertificateKind.id, kindId)).for('update');
    if (!before) throw new NotFound();
    const names = (Object.keys(kind) as (keyof Kind)[]).filter((name) => JSON.stringify(kind[name]) !== JSON.stringify(before[name]));
    if (names.length === 0) return op.unchanged(undefined);
    await requireFit(op.tx, kind, kindId);
    await op.tx.update(xCertificateKind).set(kind).where(eq(xCertificateKind.id, kindId));
    const pick = (from: Kind) => Object.fromEntries(names.map((name) => [name, from[name]]));
    await op.record({ subject: { type: 'x_kind', id: kindId }, data: { before: pick(before), after: pick(kind) } });
  });

async function requireFit(tx: Tx, kind: Kind, kindId: string | null): Promise<void> {
  const others = kindId === null ? sql`true` : ne(xCertificateKind.id, kindId);
  const same = and(eq(xCertificateKind.name, kind.name), eq(xCertificateKind.issuer, kind.issuer));
  if ((await tx.select({ id: xCertificateKind.id }).from(xCertificateKind).where(and(others, same))).length > 0)
    throw new Refusal('kind_exists', { field: 'name' });
  const prefix = and(eq(xCertificateKind.numberPrefix, kind.numberPrefix), ne(xCertificateKind.numberPrefix, ''));
  if ((await tx.select({ id: xCertificateKind.id }).from(xCertificateKind).where(and(others, prefix))).length > 0)
    throw new Refusal('kind_prefix_taken', { field: 'numberPrefix' });
  if (kind.organisationId === null) return;
  const [issuer] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.id, kind.organisationId), eq(organisation.kind, 'evaluation_organisation')));
  if (!issuer) throw new Refusal('evaluation_organisation_unknown', { field: 'organisationId' });
}
