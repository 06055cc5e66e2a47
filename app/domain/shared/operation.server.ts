import { db, type Tx } from '#db/client';
import type { Actor } from './actor';
import type { EventData, EventName } from './events';
import { appendEvent, type EventSubject } from './events.server';
import { type Action, can, type Subject } from './policy';
import { Forbidden } from './refusals';

export interface Context {
  actor: Actor;
  now: Date;
  /** Join this transaction instead of opening one. */
  tx?: Tx;
  requestId?: string;
}

export interface Operation<Name extends EventName> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  /** The context for an operation that runs inside this one's transaction. */
  readonly ctx: Context & { tx: Tx };
  /** @throws Forbidden where the policy has no line for it */
  require(action: Action, subject?: Subject): void;
  /** Writes the operation's own event; `name` for a further one in the same transaction. */
  record(entry: { subject: EventSubject; data: EventData[Name] }): Promise<string>;
  recordAs<Other extends EventName>(name: Other, entry: { subject: EventSubject; data: EventData[Other] }): Promise<string>;
  /** Ends a repeated call: nothing was written, and that is right. */
  unchanged<Result>(result: Result): Result;
}

/**
 * The only way to change something: one transaction, one policy, one event at least.
 * @throws Error when the work neither wrote an event nor said that nothing changed (nothing is committed then)
 */
export async function operation<Name extends EventName, Result>(
  ctx: Context,
  name: Name,
  work: (op: Operation<Name>) => Promise<Result>,
): Promise<Result> {
  const run = async (tx: Tx): Promise<Result> => {
    let accounted = false;
    const inside = { ...ctx, tx };
    const recordAs: Operation<Name>['recordAs'] = (eventName, entry) => {
      accounted = true;
      return appendEvent(inside, { name: eventName, ...entry });
    };
    const result = await work({
      tx,
      actor: ctx.actor,
      now: ctx.now,
      ctx: inside,
      require(action, subject) {
        if (!can(ctx.actor, action, subject)) throw new Forbidden();
      },
      record: (entry) => recordAs(name, entry),
      recordAs,
      unchanged(value) {
        accounted = true;
        return value;
      },
    });
    if (!accounted) throw new Error(`operation ${name} wrote no event`);
    return result;
  };
  return ctx.tx ? run(ctx.tx) : db.transaction(run);
}
