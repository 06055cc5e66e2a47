import type { Tx } from '#db/client';
import { engagement, person } from '#db/schema';
import { newId } from '~/domain/shared/id';
import { beijingDate } from '~/domain/shared/period';
import { sealIdentity, sealPhone } from '~/domain/shared/secrets.server';
import { now } from '~/platform/clock.server';
import { anInstitution } from './organisations';
import { one } from './row';
import { nextNumber, syntheticBirth, syntheticIdentity, syntheticName, syntheticPhone } from './synthetic';

type PersonColumns = Partial<typeof person.$inferInsert>;

/** `idNumber` and `phone` are plain; the row holds them sealed, as the product does. */
export async function aPerson(tx: Tx, { idNumber, phone, ...columns }: PersonColumns & { idNumber?: string; phone?: string } = {}) {
  const n = nextNumber();
  const gender = columns.gender ?? 'female';
  const plain = { idNumber: idNumber ?? syntheticIdentity(n, gender), phone: phone ?? syntheticPhone(n) };
  const row = one(
    await tx
      .insert(person)
      .values({
        id: newId(),
        name: syntheticName(n),
        ...sealIdentity(columns.idType ?? 'resident_id', plain.idNumber),
        ...sealPhone(plain.phone, 'person.phone'),
        gender,
        bornOn: idNumber ? null : syntheticBirth(n),
        createdAt: now(),
        ...columns,
      })
      .returning(),
  );
  return { ...row, ...plain };
}

/** A post at an institution since a year ago; makes the person and the institution where they are not given. */
export async function anEngagement(tx: Tx, columns: Partial<typeof engagement.$inferInsert> = {}) {
  const today = beijingDate(now());
  return one(
    await tx
      .insert(engagement)
      .values({
        id: newId(),
        role: 'caregiver',
        startOn: `${Number(today.slice(0, 4)) - 1}-01-01`,
        createdAt: now(),
        ...columns,
        personId: columns.personId ?? (await aPerson(tx)).id,
        institutionId: columns.institutionId ?? (await anInstitution(tx)).id,
      })
      .returning(),
  );
}
