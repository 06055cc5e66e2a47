import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { organisation } from '#db/schema';
import type { OrganisationKind } from '../shared/actor';
import { Refusal } from '../shared/refusals';
import { isProviderKind, PROVIDER_KINDS } from './organisation';

interface Code {
  id?: string;
  kind: OrganisationKind;
  uscc: string;
  siteNo: number;
}

/** A credit code stands for one provider; an institution may have several sites under its code, each with its number. */
export async function requireFreeUscc(tx: Tx, { id, kind, uscc, siteNo }: Code): Promise<void> {
  const same = isProviderKind(kind)
    ? inArray(organisation.kind, [...PROVIDER_KINDS])
    : and(eq(organisation.kind, kind), eq(organisation.siteNo, siteNo));
  const [taken] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.uscc, uscc), same, id ? ne(organisation.id, id) : undefined))
    .limit(1);
  if (taken) throw new Refusal('uscc_taken', { field: 'uscc' });
}
