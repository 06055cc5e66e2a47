import { type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '#db/client';
import { isId } from '../shared/id';
import { NotFound } from '../shared/refusals';
import { MAJOR_LEVELS, type MajorLevel } from './programme';
import type { majorSearch } from './programme/inputs';

interface MajorRow extends Record<string, unknown> {
  id: string;
  code: string | null;
  nameZh: string;
  nameEn: string;
  level: MajorLevel;
  childcareRelated: boolean;
  source: string;
  isActive: boolean;
  /** Points of it, ended ones included. */
  points: number;
}

const BY_LEVEL = sql`array_position(${`{${MAJOR_LEVELS.join(',')}}`}::text[], m.level)`;

const majors = async (where: SQL): Promise<MajorRow[]> => [
  ...(await db.execute<MajorRow>(sql`
    select m.id, m.code, m.name_zh as "nameZh", m.name_en as "nameEn", m.level, m.childcare_related as "childcareRelated", m.source,
      m.is_active as "isActive", (select count(*)::int from programme_point p where p.major_id = m.id) as points
    from major m where ${where} order by m.is_active desc, m.childcare_related desc, ${BY_LEVEL}, m.code nulls last, m.name_zh`)),
];

const SHOWN: Readonly<Record<z.output<typeof majorSearch>['show'], SQL>> = {
  all: sql`true`,
  childcare: sql`m.childcare_related`,
  active: sql`m.is_active`,
  off: sql`not m.is_active`,
};

/** The catalogue of majors: those in use and childcare-related first. A list as short as the catalogue needs no pages. */
export const listMajors = ({ level, show }: z.output<typeof majorSearch>): Promise<MajorRow[]> =>
  majors(sql`${SHOWN[show]} and ${level ? sql`m.level = ${level}` : sql`true`}`);

/** @throws NotFound */
export async function getMajor(majorId: string): Promise<MajorRow> {
  const [row] = isId(majorId) ? await majors(sql`m.id = ${majorId}`) : [];
  if (!row) throw new NotFound();
  return row;
}

/** What a college may still enter a point of. */
export const listFreeMajors = (collegeId: string): Promise<MajorRow[]> =>
  majors(
    sql`m.is_active and not exists (select 1 from programme_point p where p.major_id = m.id and p.college_id = ${isId(collegeId) ? collegeId : null})`,
  );
