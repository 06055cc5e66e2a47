import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type Actor, authorOf, organisationOf } from './actor';
import type { EventData, EventName } from './events';
import { newId } from './id';

export interface EventSubject {
  /** The noun: course, class, enrolment, person … */
  type: string;
  id: string;
}

interface Entry {
  name: EventName;
  subject: EventSubject;
  data: EventData[EventName];
}

/** Writes one row of the log in the caller's transaction and wakes the dispatcher when that commits. @returns the event's id */
export async function appendEvent(ctx: { actor: Actor; now: Date; tx: Tx; requestId?: string }, entry: Entry): Promise<string> {
  const id = newId();
  const { actor } = ctx;
  const role = actor.kind === 'user' ? actor.role : actor.kind === 'api' ? actor.key?.role : undefined;
  await ctx.tx.execute(sql`
    with written as (
      insert into event (id, name, subject_type, subject_id, actor_kind, actor, actor_role, organisation_id, data, request_id, at)
      values (${id}, ${entry.name}, ${entry.subject.type}, ${entry.subject.id}, ${ctx.actor.kind}, ${authorOf(ctx.actor)},
        ${role ?? null}, ${organisationOf(actor)?.id ?? null}, ${JSON.stringify(entry.data)}::jsonb, ${ctx.requestId ?? null}, ${ctx.now.toISOString()}::timestamptz)
      returning seq
    )
    select pg_notify('event', '') from written`);
  return id;
}
