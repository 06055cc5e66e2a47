import { eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { enrolment, person } from '#db/schema';
import { isId } from '../shared/id';
import { isExpected, NotFound, type RefusalCode, type RefusalParams } from '../shared/refusals';

export interface NotDone {
  id: string;
  name: string;
  code: RefusalCode;
  params: RefusalParams;
}

/**
 * The same decision about several enrolments, one transaction each: who cannot be decided about is named, the others
 * are done.
 * @returns how many were done, and why the others were not
 */
export async function decideSeveral(
  ids: readonly string[],
  decide: (id: string) => Promise<unknown>,
): Promise<{ done: number; notDone: NotDone[] }> {
  const unique = [...new Set(ids)];
  if (!unique.every(isId)) throw new NotFound();
  const names = await namesOf(unique);
  const notDone: NotDone[] = [];
  for (const id of unique) {
    try {
      await decide(id);
    } catch (error) {
      if (!isExpected(error) || error.status === 404 || error.status === 403) throw error;
      notDone.push({ id, name: names.get(id) ?? '', code: error.code, params: error.params });
    }
  }
  return { done: unique.length - notDone.length, notDone };
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: enrolment.id, name: person.name })
    .from(enrolment)
    .innerJoin(person, eq(person.id, enrolment.personId))
    .where(inArray(enrolment.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
