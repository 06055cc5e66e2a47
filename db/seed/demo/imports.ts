import { asc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { account, membership, organisation } from '#db/schema';
import { checkImport } from '~/domain/excel/check-import.server';
import { uploadImport } from '~/domain/excel/upload-import.server';
import { IMPORTS } from '~/domain/report/import-kinds.server';
import type { UserActor } from '~/domain/shared/actor';
import { syntheticIdentity, syntheticPhone } from '../builders/synthetic';

const HEADERS = '序号,姓名,身份证号码,学历,岗位,是否专职,入职日期,健康证有效期至,手机号';
/** Numbers of people who are on no other page of the demo. */
const FIRST = 590_000;

/** As people send it: a title, a signature, and six rows of which four want mending. */
function roster(): Buffer {
  const id = (n: number) => syntheticIdentity(FIRST + n);
  const rows = [
    `1,贺兰心,${id(1)},大专,保育员,是,2026/3/2,2027-01-31,${syntheticPhone(FIRST + 1)}`,
    `2,叶知秋,${id(2)},本科,保育师,是,2026.3.9,2027-02-28,${syntheticPhone(FIRST + 2)}`,
    `3,温若华,1.199E+17,大专,保育员,是,2026/3/9,2027-02-28,${syntheticPhone(FIRST + 3)}`,
    `4,沈南星,${id(4)},大专,保育员,是,今年三月,2027-02-28,${syntheticPhone(FIRST + 4)}`,
    `5,乔安然,${id(5)},大专,园丁,是,2026/3/9,2027-02-28,${syntheticPhone(FIRST + 5)}`,
    `6,叶知秋,${id(2)},本科,保育师,是,2026.3.9,2027-02-28,${syntheticPhone(FIRST + 2)}`,
  ];
  return Buffer.from(`\uFEFF从业人员花名册（演示数据）\r\n${HEADERS}\r\n${rows.join('\r\n')}\r\n制表人：演示,,,审核人：\r\n`);
}

async function officeOf(userName: string): Promise<UserActor | null> {
  const [row] = await db
    .select({ accountId: account.id, personId: account.personId, role: membership.role, organisation })
    .from(account)
    .innerJoin(membership, eq(membership.accountId, account.id))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(account.username, userName))
    .orderBy(asc(membership.id))
    .limit(1);
  if (!row) return null;
  const { id, kind, districtCode } = row.organisation;
  return { kind: 'user', accountId: row.accountId, personId: row.personId, role: row.role, organisation: { id, kind, districtCode } };
}

/** The institution uploaded next month's roster and has not confirmed it yet: its page says what to mend. */
export async function addImports(now: Date): Promise<void> {
  const actor = await officeOf('jigou');
  if (!actor) return;
  const id = await uploadImport({ actor, now }, IMPORTS.rosters, { name: '花名册（演示）.csv', bytes: roster() });
  await checkImport({ actor: { kind: 'system', job: 'seed' }, now }, IMPORTS, id);
}
