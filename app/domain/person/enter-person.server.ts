import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { person, personDocument } from '#db/schema';
import type { EventName } from '../shared/events';
import { newId } from '../shared/id';
import { checkIdentity, type IdType } from '../shared/identity';
import type { Operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { identityHash, sealIdentity, sealPhone } from '../shared/secrets.server';
import type { EducationLevel } from './person';

export interface PersonFacts {
  name: string;
  idType: IdType;
  /** In clear, already checked. */
  idNumber: string;
  phone?: string | null;
  education?: EducationLevel | null;
  isPreService?: boolean;
}

type Person = typeof person.$inferSelect;

/**
 * The person whom a document number belongs to, entered now if nobody knew her. What is known stays as it is;
 * two who enter the same number at once get the same person.
 */
export async function enterPerson<Name extends EventName>(
  op: Operation<Name>,
  facts: PersonFacts,
): Promise<{ person: Person; isNew: boolean }> {
  const { name, idType, idNumber, phone, education = null, isPreService = false } = facts;
  const check = checkIdentity(idType, idNumber, beijingDate(op.now));
  const { gender = null, bornOn = null } = check.ok ? check : {};
  const known = await personOfDocument(op.tx, idType, idNumber);
  if (known) return { person: known, isNew: false };
  const [entered] = await op.tx
    .insert(person)
    .values({
      id: newId(),
      name,
      ...sealIdentity(idType, idNumber),
      ...(phone ? sealPhone(phone, 'person.phone') : {}),
      gender,
      bornOn,
      education,
      isPreService,
      createdAt: op.now,
    })
    .onConflictDoNothing({ target: person.idNumberHash })
    .returning();
  if (entered) {
    await op.recordAs('person.entered', { subject: { type: 'person', id: entered.id }, data: {} });
    return { person: entered, isNew: true };
  }
  const meanwhile = await personOfDocument(op.tx, idType, idNumber);
  if (!meanwhile) throw new Error('a document number was taken and then free');
  return { person: meanwhile, isNew: false };
}

/** Whose document this is: by her first or a further one, and the kept record where two were merged. */
export async function personOfDocument(tx: Tx, idType: IdType, idNumber: string): Promise<Person | null> {
  const hash = identityHash(idType, idNumber);
  const [direct] = await tx.select().from(person).where(eq(person.idNumberHash, hash));
  if (direct && direct.mergedIntoId === null) return direct;
  const [further] = await tx.select({ id: personDocument.personId }).from(personDocument).where(eq(personDocument.idNumberHash, hash));
  const id = direct?.mergedIntoId ?? further?.id;
  if (!id) return null;
  const [kept] = await tx.select().from(person).where(eq(person.id, id));
  return kept ?? null;
}
