import { eq } from 'drizzle-orm';
import { organisation } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { Conflict, NotFound } from '../shared/refusals';
import { applicationKey, readApplicationKey } from './application-key.server';
import { requireMove } from './find-organisation.server';
import type { LegalNature, ProviderKind } from './organisation';
import { requireFreeUscc } from './require-free-uscc.server';
import { requireTeachable } from './require-teachable.server';

export interface Application {
  kind: ProviderKind;
  name: string;
  uscc: string;
  legalNature: LegalNature;
  /** null = city level */
  districtCode: string | null;
  address: string;
  contactName: string;
  contactPhone: string;
  contactEmail: string | null;
  categories: (typeof organisation.$inferSelect)['categories'];
  applicationNote: string;
}

/** A provider asks to be admitted. @returns the key that opens the application again */
export const applyAsProvider = (ctx: Context, application: Application): Promise<string> =>
  operation(ctx, 'organisation.applied', async (op) => {
    const id = newId();
    requireTeachable(application.kind, application.categories);
    await requireFreeUscc(op.tx, { ...application, siteNo: 1 });
    await op.tx.insert(organisation).values({ id, ...application, status: 'applied', createdAt: op.now });
    const { kind, districtCode, categories } = application;
    await op.record({ subject: { type: 'organisation', id }, data: { kind, districtCode, categories } });
    return applicationKey(id);
  });

/** Hands in again what was returned. @throws NotFound for a key that is not ours, Conflict unless it was returned */
export const applyAgain = (ctx: Context, key: string, application: Application): Promise<void> =>
  operation(ctx, 'organisation.applied', async (op) => {
    const id = readApplicationKey(key);
    if (!id) throw new NotFound('application_link');
    const [found] = await op.tx.select().from(organisation).where(eq(organisation.id, id)).for('update');
    if (!found) throw new NotFound('application_link');
    if (found.decidedAt === null) throw new Conflict('already_done');
    requireMove(found.status, 'applied');
    requireTeachable(application.kind, application.categories);
    await requireFreeUscc(op.tx, { id, ...application, siteNo: found.siteNo });
    await op.tx
      .update(organisation)
      .set({ ...application, status: 'applied', decidedAt: null, decidedBy: null, decisionReason: null })
      .where(eq(organisation.id, id));
    const { kind, districtCode, categories } = application;
    await op.record({ subject: { type: 'organisation', id }, data: { kind, districtCode, categories } });
  });
