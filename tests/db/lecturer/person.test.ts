import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { lecturer } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aPerson } from '#db/seed/builders/people';
import { editLecturer } from '~/domain/lecturer/edit-lecturer.server';
import { proposeLecturer } from '~/domain/lecturer/propose-lecturer.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db } = testDatabase();

const facts = (over: { name: string; idNumber?: string; employer?: string }) => ({
  kind: 'lecturer' as const,
  employer: '演示医院',
  fields: ['health_care' as const],
  qualification: '副主任医师',
  idType: 'resident_id' as const,
  idNumber: '',
  ...over,
});
const rowOf = async (id: string) => (await db.select().from(lecturer).where(eq(lecturer.id, id)))[0];

test('the person behind is linked when name and document are hers', async () => {
  const person = await aPerson(db);
  const { actor } = await aMember(db, 'provider_staff');
  const id = await proposeLecturer(contextOf(actor), facts({ name: person.name, idNumber: person.idNumber }));
  expect(await rowOf(id)).toMatchObject({ personId: person.id });
  // Mending the rest without typing the number again keeps the link.
  await editLecturer(contextOf(actor), id, facts({ name: person.name, employer: '演示学院' }));
  expect(await rowOf(id)).toMatchObject({ personId: person.id, employer: '演示学院' });
});

test('a wrong name and an unknown document are answered alike', async () => {
  const person = await aPerson(db);
  const { actor } = await aMember(db, 'provider_staff');
  const refused = { code: 'lecturer_person_unknown', field: 'idNumber' };
  const wrong = proposeLecturer(contextOf(actor), facts({ name: `${person.name}别`, idNumber: person.idNumber }));
  await expect(wrong).rejects.toMatchObject(refused);
  const unknown = proposeLecturer(contextOf(actor), facts({ name: person.name, idNumber: '119900198501010013' }));
  await expect(unknown).rejects.toMatchObject(refused);
});
