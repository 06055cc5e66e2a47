import { and, asc, eq, inArray, ne, or } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { lecturer } from '#db/schema';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { settingNow } from '../shared/settings.server';
import { expertsFor } from './find-lecturer.server';
import { type LecturerKind, type LecturerStanding, standingOf } from './lecturer';

export interface NameableLecturer {
  id: string;
  name: string;
  kind: LecturerKind;
  employer: string;
  standing: LecturerStanding;
  isExpert: boolean;
}

const nameable = (provider: { id: string; districtCode: string | null }) =>
  and(ne(lecturer.status, 'withdrawn'), or(eq(lecturer.organisationId, provider.id), expertsFor(provider.districtCode)));

/** Whom a provider may name in its lessons: its own lecturers, the city's experts and those of its district. */
export async function listNameable(provider: { id: string; districtCode: string | null }, now: Date): Promise<NameableLecturer[]> {
  const today = beijingDate(now);
  const days = await settingNow('lecturer_lapsing_days');
  const rows = await db.select().from(lecturer).where(nameable(provider)).orderBy(asc(lecturer.name), asc(lecturer.id)).limit(1_000);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    employer: row.employer,
    standing: standingOf(row, today, days),
    isExpert: row.organisationId === null,
  }));
}

/** The names of those among the ids whom the provider may name. */
export async function namesOf(
  tx: Tx,
  provider: { id: string; districtCode: string | null },
  ids: readonly string[],
): Promise<Map<string, string>> {
  const known = ids.filter(isId);
  if (known.length === 0) return new Map();
  const rows = await tx
    .select({ id: lecturer.id, name: lecturer.name })
    .from(lecturer)
    .where(and(inArray(lecturer.id, known), nameable(provider)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What is known of the lecturers whom lessons name, to say whose approval is missing on the day. */
export const approvalsOf = async (ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .select({
          id: lecturer.id,
          name: lecturer.name,
          status: lecturer.status,
          approvedFromOn: lecturer.approvedFromOn,
          approvedUntilOn: lecturer.approvedUntilOn,
        })
        .from(lecturer)
        .where(inArray(lecturer.id, [...ids]));
