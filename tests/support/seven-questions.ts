import { desc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, sql } from '#db/client';
import { event } from '#db/schema';
import { type Actor, authorOf } from '~/domain/shared/actor';
import type { EventName } from '~/domain/shared/events';
import type { Context } from '~/domain/shared/operation.server';
import type { RefusalCode } from '~/domain/shared/refusals';
import { now } from '~/platform/clock.server';

/** A world of its own, in which the call is right for the actor. */
export interface Scene {
  actor: Actor;
  call: (ctx: Context) => Promise<unknown>;
  /** The right role at another organisation, which may not know of the thing. */
  stranger?: Actor;
}

interface Questions<S extends Scene> {
  event: EventName;
  /** Tables that the operation writes, for the comparison after an error half-way. */
  tables: readonly string[];
  works: (result: Awaited<ReturnType<S['call']>>, scene: S) => Promise<void>;
  /** A scene in the wrong state, and the code that says so. */
  wrongState?: { scene: () => Promise<Scene>; code: RefusalCode };
  wrongRole: () => Promise<Actor>;
  /** `unchanged`: the second call is silent; a code: it is refused; `makes another`: it takes no id and begins something new. */
  repeated: 'unchanged' | 'makes another' | RefusalCode;
}

export const contextOf = (actor: Actor): Context => ({ actor, now: now(), requestId: 'test-request' });

const eventsNamed = async (name: EventName) => (await sql`select count(*)::int as n from event where name = ${name}`)[0]?.n as number;

const contents = async (tables: readonly string[]) =>
  Promise.all(
    [...tables, 'event'].map(
      async (table) => (await sql.unsafe(`select md5(string_agg(t::text, '|' order by t::text)) as sum from ${table} t`))[0]?.sum,
    ),
  );

/** The seven questions that every write operation answers; `arrange` makes a world in which the call is right. */
export function sevenQuestions<S extends Scene>(operation: string, arrange: () => Promise<S>, questions: Questions<S>): void {
  test(`${operation} works, and its event names the author`, async () => {
    const scene = await arrange();
    const result = (await scene.call(contextOf(scene.actor))) as Awaited<ReturnType<S['call']>>;
    await questions.works(result, scene);
    const [last] = await db.select().from(event).orderBy(desc(event.seq)).limit(1);
    expect(last).toMatchObject({ actorKind: scene.actor.kind, actor: authorOf(scene.actor), requestId: 'test-request' });
    expect(await eventsNamed(questions.event)).toBeGreaterThan(0);
  });

  const { wrongState } = questions;
  if (wrongState) {
    test(`${operation} is refused in the wrong state`, async () => {
      const scene = await wrongState.scene();
      const before = await contents(questions.tables);
      await expect(scene.call(contextOf(scene.actor))).rejects.toMatchObject({ code: wrongState.code });
      expect(await contents(questions.tables)).toEqual(before);
    });
  }

  test(`${operation} is forbidden to another role`, async () => {
    const scene = await arrange();
    const actor = await questions.wrongRole();
    const before = await contents(questions.tables);
    await expect(scene.call(contextOf(actor))).rejects.toMatchObject({ status: 403 });
    expect(await contents(questions.tables)).toEqual(before);
  });

  halfWay(operation, arrange, questions);
  if (questions.repeated === 'makes another') return;

  test(`${operation} does not know another organisation's thing`, async () => {
    const scene = await arrange();
    if (!scene.stranger) throw new Error('the scene has nobody from another organisation');
    const before = await contents(questions.tables);
    await expect(scene.call(contextOf(scene.stranger))).rejects.toMatchObject({ status: 404 });
    expect(await contents(questions.tables)).toEqual(before);
  });

  test(`${operation} called twice has one effect`, async () => {
    const scene = await arrange();
    await scene.call(contextOf(scene.actor));
    const before = await contents(questions.tables);
    if (questions.repeated === 'unchanged') await scene.call(contextOf(scene.actor));
    else await expect(scene.call(contextOf(scene.actor))).rejects.toMatchObject({ code: questions.repeated });
    expect(await contents(questions.tables)).toEqual(before);
  });
}

function halfWay<S extends Scene>(operation: string, arrange: () => Promise<S>, questions: Pick<Questions<S>, 'tables'>): void {
  test(`${operation} leaves nothing behind when its event cannot be written`, async () => {
    const scene = await arrange();
    const before = await contents(questions.tables);
    // Postgres refuses a zero byte in text, and the request id is written with the event, after everything else.
    await expect(scene.call({ ...contextOf(scene.actor), requestId: '\u0000' })).rejects.toThrow();
    expect(await contents(questions.tables)).toEqual(before);
  });
}
