import { randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { db } from '#db/client';
import { account, person, session } from '#db/schema';
import { syntheticBirth, syntheticIdentity, syntheticName, syntheticPhone } from '#db/seed/builders/synthetic';
import { insertRows } from '#db/seed/insert-rows';
import { newId } from '~/domain/shared/id';
import { HOUR } from '~/domain/shared/period';
import { sealIdentity, sealPhone } from '~/domain/shared/secrets.server';

/** Above the numbers that builders and demo data count through. */
const FIRST = 2_000_000;
let next = FIRST;

export interface SignedInPerson {
  personId: string;
  accountId: string;
  cookie: string;
}

const sessionRow = (userId: string, at: Date, membershipId: string | null = null) => ({
  id: randomBytes(20).toString('hex'),
  userId,
  expiresAt: new Date(at.getTime() + 12 * HOUR),
  createdAt: at,
  lastSeenAt: at,
  secondFactorAt: at,
  membershipId,
});

/** So many students before service, who may enrol without an institution, each in a browser of her own. */
export async function signedInStudents(count: number): Promise<SignedInPerson[]> {
  const at = new Date();
  const numbers = Array.from({ length: count }, () => next++);
  const people = numbers.map((n) => ({
    id: newId(),
    name: syntheticName(n),
    ...sealIdentity('resident_id', syntheticIdentity(n)),
    ...sealPhone(syntheticPhone(n), 'person.phone'),
    gender: 'female' as const,
    bornOn: syntheticBirth(n),
    isPreService: true,
    createdAt: at,
    isDemo: true,
  }));
  const accounts = people.map(({ id, name }, index) => ({
    id: newId(),
    personId: id,
    displayName: name,
    username: `student-${numbers[index]}`,
    passwordHash: '',
    passwordChangedAt: at,
    status: 'active' as const,
    createdAt: at,
    isDemo: true,
  }));
  const sessions = accounts.map(({ id }) => sessionRow(id, at));
  await insertRows(db, person, people);
  await insertRows(db, account, accounts);
  await insertRows(db, session, sessions);
  return accounts.map(({ id, personId }, index) => ({ personId, accountId: id, cookie: `sid=${sessions[index]?.id}` }));
}

/** A new browser of an account in one of its roles, past the second factor. @returns the Cookie header */
export async function signIn(sql: Sql, accountId: string, membershipId: string | null): Promise<string> {
  const { id, lastSeenAt, expiresAt } = sessionRow(accountId, new Date(), membershipId);
  const at = lastSeenAt.toISOString();
  await sql`
    insert into session (id, user_id, expires_at, created_at, last_seen_at, second_factor_at, membership_id)
    values (${id}, ${accountId}, ${expiresAt.toISOString()}, ${at}, ${at}, ${at}, ${membershipId}) on conflict do nothing`;
  return `sid=${id}`;
}
