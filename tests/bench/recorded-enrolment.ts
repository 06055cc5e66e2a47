import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { Tx } from '#db/client';
import * as schema from '#db/schema';
import { aClass } from '#db/seed/builders/classes';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import { newId } from '~/domain/shared/id';
import { type SignedInPerson, signedInStudents } from '../support/signed-in';

interface Statement {
  text: string;
  params: unknown[];
}

/** Stands for the place in the queue in what was recorded; no other number of a request is like it. */
const QUEUE_PLACE = 1_987;

/** Statements of one real request that ended with a seat or in the queue, and whose ids stand in them. */
interface Recording {
  statements: Statement[];
  /** Index of the statement that takes the class's lock. */
  lock: number;
  tokens: { classId: string; personId: string; accountId: string; enrolmentId: string; eventId: string };
}

const listening = <T extends postgres.ISql>(client: T, heard: Statement[]): T =>
  new Proxy(client, {
    get(target, key, receiver) {
      if (key === 'unsafe') {
        return (text: string, params: never[] = [], options: postgres.UnsafeQueryOptions = {}) => {
          heard.push({ text, params });
          return target.unsafe(text, params, options);
        };
      }
      if (key === 'begin') {
        const { begin } = target as unknown as postgres.Sql;
        return (work: (tx: postgres.TransactionSql) => unknown) => begin((tx) => work(listening(tx, heard)));
      }
      return Reflect.get(target, key, receiver);
    },
  });

async function record(
  client: postgres.Sql,
  columns: { seatsTaken: number; waitingCount: number; lastQueuePlace: number },
): Promise<Recording> {
  const statements: Statement[] = [];
  const recorder: Tx = drizzle(listening(client, statements), { schema, casing: 'snake_case' });
  const { id: classId } = await aClass(recorder, { capacity: 1, ...columns });
  const [person] = await signedInStudents(1);
  if (!person) throw new Error('nobody to record');
  statements.length = 0;
  const actor = { kind: 'user', ...person, role: 'trainee', organisation: null } as const;
  const wish = { classId, engagementId: null, preService: true, needsLodging: false, remark: '' };
  const place = await recorder.transaction((tx) => requestEnrolment({ actor, now: new Date(), tx, requestId: newId() }, wish));
  const eventInsert = statements.find(({ text }) => text.includes('into event '));
  return {
    statements,
    lock: statements.findLastIndex(({ text }) => /for no key update/i.test(text)),
    tokens: { classId, ...person, enrolmentId: place.id, eventId: String(eventInsert?.params[0]) },
  };
}

/** The recorded statements with somebody else's ids in them. */
function filled(
  { statements, tokens }: Recording,
  ids: Omit<Recording['tokens'], 'enrolmentId' | 'eventId'>,
  queuePlace: number,
): Statement[] {
  const replaced = { ...ids, enrolmentId: newId(), eventId: newId() };
  const pairs = (Object.keys(tokens) as (keyof typeof tokens)[]).map((key) => [tokens[key], replaced[key]] as const);
  const fill = (param: unknown): unknown => {
    if (param === QUEUE_PLACE) return queuePlace;
    if (typeof param !== 'string') return param;
    return pairs
      .reduce((text, [from, to]) => text.replaceAll(from, to), param)
      .replaceAll(`"queuePlace":${QUEUE_PLACE}`, `"queuePlace":${queuePlace}`);
  };
  return statements.map(({ text, params }) => ({ text, params: params.map(fill) }));
}

export interface RecordedEnrolment {
  statements: readonly string[];
  /** Enrols one person by the recorded statements. @returns the milliseconds it took */
  enrol(classId: string, person: SignedInPerson): Promise<number>;
}

/**
 * The transaction of one enrolment as bare SQL: the statements that the operation really sent, sent again over
 * postgres.js for other people. What follows the lock is sent at once, as the operation does.
 */
export async function recordEnrolment(client: postgres.Sql): Promise<RecordedEnrolment> {
  const seat = await record(client, { seatsTaken: 0, waitingCount: 0, lastQueuePlace: 0 });
  const queue = await record(client, { seatsTaken: 1, waitingCount: 1, lastQueuePlace: QUEUE_PLACE - 1 });
  return {
    statements: ['begin', ...seat.statements.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()), 'commit'],
    async enrol(classId, { personId, accountId, cookie }) {
      const from = performance.now();
      await client.begin(async (tx) => {
        const send = ({ text, params }: Statement) => tx.unsafe(text, params as never[], { prepare: true });
        const ids = { classId, personId, accountId, cookie };
        let group: postgres.Row | undefined;
        for (const statement of filled(seat, ids, 0).slice(0, seat.lock + 1)) [group] = await send(statement);
        const seated = group?.waiting_count === 0 && group.seats_taken < group.capacity;
        const rest = filled(seated ? seat : queue, ids, (group?.last_queue_place ?? 0) + 1);
        await Promise.all(rest.slice((seated ? seat : queue).lock + 1).map(send));
      });
      return performance.now() - from;
    },
  };
}
