import { eq } from 'drizzle-orm';
import { db, sql } from '#db/client';
import { account, membership, organisation } from '#db/schema';
import { anAccount } from '#db/seed/builders/accounts';
import { aClass, type LessonPlan } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { nextNumber, syntheticIdentity, syntheticName, syntheticPhone } from '#db/seed/builders/synthetic';
import { addDays, beijingDate } from '~/domain/shared/period';
import { PASSWORD } from './sign-in';

// Builders count from a fixed number in every process: each run begins somewhere else, so that it can be repeated.
for (let skipped = Math.floor(Date.now() / 1000) % 350_000; skipped > 0; skipped -= 1) nextNumber();

/** A number that nothing else in the database carries. */
export const unique = (): number => nextNumber();

/** The calendar day so many days from today, in Beijing. */
export const dayFromNow = (days: number): string => addDays(beijingDate(new Date()), days);

/** The organisation at which a demo account works. */
export async function organisationOf(userName: string) {
  const [row] = await db
    .select({ organisation })
    .from(account)
    .innerJoin(membership, eq(membership.accountId, account.id))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(account.username, userName));
  if (!row) throw new Error(`${userName} works nowhere`);
  return row.organisation;
}

/** Somebody nobody knows yet, with papers to register with. */
export function aStranger() {
  const n = nextNumber();
  return { name: syntheticName(n), idNumber: syntheticIdentity(n), phone: syntheticPhone(n) };
}

interface Trainee {
  name: string;
  /** Phone number to sign in with; the password is the demo's. */
  phone: string;
  personId: string;
}

/** Somebody with an account; a caregiver of the institution where one is given, else a student before service. */
export async function aTraineeWhoSignsIn({ name, institutionId }: { name?: string; institutionId?: string } = {}): Promise<Trainee> {
  const person = await aPerson(db, { isPreService: institutionId === undefined, isDemo: true, ...(name ? { name } : {}) });
  const { phone } = person;
  await anAccount(db, { personId: person.id, displayName: person.name, username: null, phone, password: PASSWORD, isDemo: true });
  if (institutionId) await anEngagement(db, { personId: person.id, institutionId });
  return { name: person.name, phone, personId: person.id };
}

/** A published course of the demo's college with a class that enrols now and begins in three weeks. */
export async function anOpenClass(columns: Parameters<typeof aClass>[1] = {}) {
  const provider = await organisationOf('yuanxiao');
  const course = await aCourse(db, { providerId: provider.id, title: `婴幼儿照护入门 ${unique()}` });
  return aClass(db, { course, ...(columns.lessons ? {} : { startsOn: dayFromNow(21) }), ...columns });
}

/** One row, or the test fails: what the page says is also what is stored. */
export async function row<Row extends Record<string, unknown>>(query: PromiseLike<readonly unknown[]>): Promise<Row> {
  const rows = await query;
  if (rows.length !== 1) throw new Error(`expected one row and found ${rows.length}`);
  return rows[0] as Row;
}

export { db, type LessonPlan, sql };
