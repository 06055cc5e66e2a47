import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { districtsOf } from '../../organisation/areas';
import type { OperatorType } from '../../organisation/organisation';
import type { DueReason, HealthCareStanding } from '../requirement';
import { type InstitutionSort, standingsIn, type WhichInstitutions } from './reading';

export interface NewInstitution {
  id: string;
  name: string;
  districtCode: string;
  operatorType: OperatorType | null;
  filedOn: string;
  standing: HealthCareStanding;
  required: number;
  requiredFullTime: number;
  trained: number;
  trainedFullTime: number;
  dueOn: string;
  dueReason: DueReason;
}

const ORDER: Readonly<Record<InstitutionSort, SQL>> = {
  // What is still owed comes first, whatever the direction.
  due: sql`s.standing in ('in_time', 'in_grace', 'late'), s.due_on`,
  filed: sql`s.filed_on`,
  name: sql`o.name collate "zh-x-icu"`,
};

interface Asked {
  on: string;
  /** `city`, a district, or the two put together. */
  scope: string;
  which: WhichInstitutions | undefined;
}

/** Newly filed institutions in filing on a day, exactly those that the figure of the day counts. */
export async function listNewInstitutions(
  { on, scope, which }: Asked,
  { sort, descending, limit, offset }: { sort: InstitutionSort; descending: boolean; limit: number; offset: number },
  tx: Tx = db,
): Promise<{ rows: NewInstitution[]; total: number }> {
  const districts = districtsOf(scope);
  const where = sql`s.from_on <= ${on}::date and (s.until_on is null or s.until_on > ${on}::date)
    and s.standing = any(${`{${standingsIn(which).join(',')}}`}::text[])
    and ${districts ? sql`s.district_code = any(${`{${districts.join(',')}}`}::text[])` : sql`true`}`;
  const rows = await tx.execute<NewInstitution & Record<string, unknown>>(sql`
    select o.id, o.name, s.district_code as "districtCode", o.operator_type as "operatorType", s.filed_on::text as "filedOn", s.standing, s.required,
      s.required_full_time as "requiredFullTime", s.trained, s.trained_full_time as "trainedFullTime", s.due_on::text as "dueOn",
      s.due_reason as "dueReason"
    from health_care_segment s join organisation o on o.id = s.institution_id where ${where}
    order by ${ORDER[sort]} ${descending ? sql`desc` : sql`asc`}, o.name collate "zh-x-icu", o.id limit ${limit} offset ${offset}`);
  const [counted] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from health_care_segment s where ${where}`);
  return { rows: [...rows], total: counted?.n ?? 0 };
}
