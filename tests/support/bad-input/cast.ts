import fs from 'node:fs';
import type { Sql } from 'postgres';
import { signIn } from '../signed-in';

const demo: { accounts: { userName: string; role: string }[] } = JSON.parse(fs.readFileSync('db/seed/demo-accounts.json', 'utf8'));

/** Somebody who sends requests: a visitor, or one of the demo's roles in a browser of her own. */
export interface Attacker {
  role: string;
  cookie: string;
}

/** A browser for each role of the demo, however the last ones ended. What their requests broke for themselves is mended. */
export async function theCast(owner: Sql): Promise<Attacker[]> {
  await owner`update account set status = 'active', must_change_password = false where is_demo`;
  await owner`update membership set ended_at = null where ended_at is not null and account_id in (select id from account where is_demo)`;
  await owner`update organisation set status = 'approved' where id in (select organisation_id from membership m join account a on a.id = m.account_id where a.is_demo)`;
  const cast: Attacker[] = [{ role: 'visitor', cookie: '' }];
  const seen = new Set<string>();
  for (const { userName, role } of demo.accounts) {
    if (seen.has(role)) continue;
    seen.add(role);
    const [found] = await owner`
      select a.id, m.id as membership from account a left join membership m on m.account_id = a.id and m.role = ${role} and m.ended_at is null
      where a.username = ${userName} order by m.id limit 1`;
    if (!found) throw new Error(`the demo has no account ${userName}`);
    cast.push({ role, cookie: await signIn(owner, found.id, found.membership) });
  }
  return cast;
}

/** Of each provider, institution or person a few, so that everybody finds some of her own; the demo's accounts first. */
const few = (table: string, by: string, order: string) =>
  `select x.id from (select t.*, row_number() over (partition by ${by} order by ${order}, id) as n from ${table} t) x order by x.n, x.id limit 60`;
const CLASSES = few('training_class', 'provider_id, status', 'starts_at desc');
const OWN_PEOPLE = 'select person_id from account where is_demo';

const SOURCES: Record<string, string> = {
  courseId: few('course', 'provider_id, status', 'updated_at desc'),
  classId: CLASSES,
  // Beside its class, so that an address with both is one that exists.
  lessonId: `select (select l.id from lesson l where l.class_id = c.id order by l.position limit 1) from (${CLASSES}) c`,
  enrolmentId: `select id from enrolment order by person_id in (${OWN_PEOPLE}) desc, id desc limit 60`,
  completionId: 'select id from completion order by id desc limit 20',
  organisationId: few('organisation', 'kind, district_code, status', 'created_at'),
  accountId: 'select id from account where is_demo order by id limit 40',
  periodId: 'select id from plan_period order by id',
  outlineId: 'select id from outline order by id',
  recountId: 'select id from recount order by id limit 5',
  engagementId: few('engagement', 'institution_id', 'start_on desc'),
  attachmentId: 'select id from course_attachment order by id limit 20',
  code: 'select public_code from completion_certificate order by id limit 20',
  number: `select d.number from completion_certificate d join completion c on c.id = d.completion_id order by c.person_id in (${OWN_PEOPLE}) desc, d.id limit 20`,
};
const FIXED: Record<string, string[]> = { kind: ['enrolments', 'roster', 'sign-in-sheet'] };
const NOBODYS = '01890000-0000-7000-8000-000000000000';

/** Ids of the demo's things by the name of the parameter that takes them: the attacker's own and other people's. */
export async function knownIds(owner: Sql, params: Iterable<string>): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const name of new Set(params)) {
    const source = SOURCES[name];
    const rows = source ? (await owner.unsafe(source).values()).map(([value]) => String(value)) : (FIXED[name] ?? []);
    ids.set(name, rows.length > 0 ? rows : [NOBODYS]);
  }
  return ids;
}
