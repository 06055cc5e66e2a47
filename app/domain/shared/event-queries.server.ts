import { and, count, desc, eq, gte, like, lt, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { account, apiClient, event, organisation } from '#db/schema';
import { endOfDay, startOfDay } from './period';

export interface EventFilter {
  /** `course.` finds all of courses, `course.approved` one. */
  name?: string;
  subjectId?: string;
  actor?: string;
  from?: Date;
  until?: Date;
}

const COLUMNS = {
  seq: event.seq,
  id: event.id,
  name: event.name,
  subjectType: event.subjectType,
  subjectId: event.subjectId,
  actorKind: event.actorKind,
  actor: event.actor,
  actorRole: event.actorRole,
  data: event.data,
  at: event.at,
  requestId: event.requestId,
  actorName: sql<string | null>`coalesce(${account.displayName}, ${apiClient.name})`,
  organisationName: organisation.name,
};

const read = () =>
  db
    .select(COLUMNS)
    .from(event)
    .leftJoin(account, and(eq(event.actorKind, 'user'), eq(sql`${account.id}::text`, event.actor)))
    .leftJoin(apiClient, and(eq(event.actorKind, 'api'), eq(sql`${apiClient.id}::text`, event.actor)))
    .leftJoin(organisation, eq(organisation.id, event.organisationId));

export type LoggedEvent = Awaited<ReturnType<typeof read>>[number];

/** The log, newest first, `limit` rows before `before` (a sequence number): pages stay right while rows are added. */
export function listEvents(filter: EventFilter, page: { limit: number; before?: number }): Promise<LoggedEvent[]> {
  return read().where(matching(filter, page.before)).orderBy(desc(event.seq)).limit(page.limit);
}

/** How many rows of the log there are before a sequence number. */
export async function countEvents(filter: EventFilter, before: number): Promise<number> {
  const [found] = await db.select({ n: count() }).from(event).where(matching(filter, before));
  return found?.n ?? 0;
}

/** What somebody typed into the page of the log, days as moments. */
export const eventFilterOf = ({
  name,
  subject,
  from,
  until,
}: {
  name: string;
  subject: string;
  from: string;
  until: string;
}): EventFilter => ({
  name: name || undefined,
  subjectId: subject || undefined,
  from: from ? startOfDay(from) : undefined,
  until: until ? endOfDay(until) : undefined,
});

function matching(filter: EventFilter, before?: number): SQL | undefined {
  const name = filter.name?.replaceAll(/[%_\\]/g, '\\$&');
  return and(
    before === undefined ? undefined : lt(event.seq, before),
    name ? (name.endsWith('.') ? like(event.name, `${name}%`) : eq(event.name, filter.name ?? '')) : undefined,
    filter.subjectId ? eq(event.subjectId, filter.subjectId) : undefined,
    filter.actor ? eq(event.actor, filter.actor) : undefined,
    filter.from ? gte(event.at, filter.from) : undefined,
    filter.until ? lt(event.at, filter.until) : undefined,
  );
}

/** What happened to one thing, oldest first: the trace beside a course, a class or a completion. */
export const eventsOf = (subject: { type: string; id: string }): Promise<LoggedEvent[]> =>
  read()
    .where(and(eq(event.subjectType, subject.type), eq(event.subjectId, subject.id)))
    .orderBy(event.seq)
    .limit(500);
