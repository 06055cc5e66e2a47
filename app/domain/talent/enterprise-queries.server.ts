import { type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '#db/client';
import { containing } from '../course/search-text';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import { COOPERATION_PER_PAGE, type EnterpriseStatus } from './cooperation';
import type { enterpriseSearch } from './cooperation/inputs';

interface EnterpriseRow extends Record<string, unknown> {
  id: string;
  institutionId: string;
  institution: string;
  districtCode: string | null;
  status: EnterpriseStatus;
  fromOn: string;
  /** First day on which it is so no more. */
  untilOn: string | null;
  documentNo: string;
}

const COLUMNS = sql`e.id, e.institution_id as "institutionId", o.name as institution, o.district_code as "districtCode", e.status,
  e.from_on::text as "fromOn", e.until_on::text as "untilOn", e.document_no as "documentNo"`;
const FROM = sql`integrated_enterprise e join organisation o on o.id = e.institution_id`;

function scopeOf(actor: UserActor): SQL {
  if (!hasLine(actor, 'enterprise.keep')) throw new Forbidden();
  return actor.role === 'city_officer' ? sql`true` : sql`o.district_code = ${actor.organisation?.districtCode ?? ''}`;
}

/** 产教融合型企业 among the institutions of the officer's area. */
export async function listEnterprises(
  actor: UserActor,
  search: z.output<typeof enterpriseSearch>,
  now: Date,
  limit = COOPERATION_PER_PAGE,
): Promise<{ rows: EnterpriseRow[]; total: number }> {
  const { status, show, district, q, page } = search;
  const today = beijingDate(now);
  const where = sql.join(
    [
      scopeOf(actor),
      status ? sql`e.status = ${status}` : sql`true`,
      show === 'current' ? sql`e.from_on <= ${today}::date and (e.until_on is null or e.until_on > ${today}::date)` : sql`true`,
      district ? sql`o.district_code = ${district}` : sql`true`,
      q ? sql`(o.name ilike ${containing(q)} or e.document_no ilike ${containing(q)})` : sql`true`,
    ],
    sql` and `,
  );
  const rows = await db.execute<EnterpriseRow>(sql`select ${COLUMNS} from ${FROM} where ${where}
    order by e.from_on desc, e.id limit ${limit} offset ${(page - 1) * limit}`);
  const [sums] = await db.execute<{ total: number }>(sql`select count(*)::int as total from ${FROM} where ${where}`);
  return { rows: [...rows], total: sums?.total ?? 0 };
}

/** Every entry of one institution, the latest first; the caller has found the institution through the actor. */
export async function listEnterprisesOf(institutionId: string): Promise<EnterpriseRow[]> {
  return [
    ...(await db.execute<EnterpriseRow>(
      sql`select ${COLUMNS} from ${FROM} where e.institution_id = ${institutionId} order by e.from_on desc, e.id desc`,
    )),
  ];
}
