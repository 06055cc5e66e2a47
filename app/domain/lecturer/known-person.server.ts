import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { lecturer } from '#db/schema';
import { findPersons } from '../person/known-persons.server';
import type { IdType } from '../shared/identity';
import { Refusal } from '../shared/refusals';
import { identityHash } from '../shared/secrets.server';
import { isSameLecturer, type Namesake } from './lecturer';

interface Named {
  name: string;
  idType: IdType;
  idNumber: string;
}

/**
 * The person of the platform that a document names; null where none is given.
 * @throws Refusal when name and document are not those of one person: which of the two differs is not said
 */
export async function personNamed(tx: Tx, { name, idType, idNumber }: Named): Promise<string | null> {
  if (idNumber === '') return null;
  const hash = identityHash(idType, idNumber);
  const person = (await findPersons(tx, [hash])).get(hash);
  if (!person || person.name !== name) throw new Refusal('lecturer_person_unknown', { field: 'idNumber' });
  return person.id;
}

/** Entries of the same lecturer elsewhere, withdrawn ones left out. */
export async function sameLecturers(tx: Tx, of: Namesake & { id: string }): Promise<string[]> {
  const byName = await tx.select().from(lecturer).where(eq(lecturer.name, of.name)).limit(200);
  const byPerson = of.personId === null ? [] : await tx.select().from(lecturer).where(eq(lecturer.personId, of.personId)).limit(50);
  const others = [...byName, ...byPerson].filter((row) => row.id !== of.id && row.status !== 'withdrawn' && isSameLecturer(row, of));
  return [...new Set(others.map(({ id }) => id))];
}
