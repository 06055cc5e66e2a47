import { asc, eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { institutionClass, institutionFile, organisation } from '#db/schema';
import type { Organisation } from './find-organisation.server';
import { capacityOf } from './institution';
import { type FileFacts, inGroupOrder } from './institution-facts';

type FileRow = typeof institutionFile.$inferSelect;

/** What the file says now: the organisation's row, its file and its classes together. */
export async function readFile(tx: Tx, row: Organisation): Promise<{ facts: FileFacts; file: FileRow | null; capacity: number }> {
  const [[file], classes] = await Promise.all([
    tx.select().from(institutionFile).where(eq(institutionFile.organisationId, row.id)),
    tx.select().from(institutionClass).where(eq(institutionClass.organisationId, row.id)).orderBy(asc(institutionClass.careGroup)),
  ]);
  const { name, uscc, legalNature, siteNo, address, contactName, contactPhone, contactEmail } = row;
  const facts: FileFacts = {
    ...{ name, uscc, legalNature, siteNo, address, contactName, contactPhone, contactEmail },
    filingNo: file?.filingNo ?? null,
    registrarType: file?.registrarType ?? null,
    isProfit: file?.isProfit ?? null,
    legalRepName: file?.legalRepName ?? null,
    principalPersonId: file?.principalPersonId ?? null,
    subdistrict: file?.subdistrict ?? null,
    serviceTypes: file?.serviceTypes ?? [],
    premises: file?.premises ?? null,
    buildingM2: file?.buildingM2 ?? null,
    indoorM2: file?.indoorM2 ?? null,
    outdoorM2: file?.outdoorM2 ?? null,
    isInclusive: file?.isInclusive ?? false,
    inclusiveSince: file?.inclusiveSince ?? null,
    isDemonstration: file?.isDemonstration ?? false,
    providesMeals: file?.providesMeals ?? false,
    foodPermitUntil: file?.foodPermitUntil ?? null,
    classes: inGroupOrder(classes),
  };
  return { facts, file: file ?? null, capacity: file?.capacity ?? 0 };
}

/** Writes the whole file; places become the sum over the classes. The caller holds the organisation's lock. */
export async function writeFile(tx: Tx, organisationId: string, facts: FileFacts, now: Date): Promise<void> {
  const { name, uscc, legalNature, siteNo, address, contactName, contactPhone, contactEmail, classes, ...file } = facts;
  await tx
    .update(organisation)
    .set({ name, uscc, legalNature, siteNo, address, contactName, contactPhone, contactEmail })
    .where(eq(organisation.id, organisationId));
  const groups = inGroupOrder(classes);
  const row = { ...file, capacity: capacityOf(groups), updatedAt: now };
  await tx
    .insert(institutionFile)
    .values({ organisationId, ...row })
    .onConflictDoUpdate({ target: institutionFile.organisationId, set: row });
  await tx.delete(institutionClass).where(eq(institutionClass.organisationId, organisationId));
  if (groups.length > 0) await tx.insert(institutionClass).values(groups.map((group) => ({ organisationId, ...group })));
}
