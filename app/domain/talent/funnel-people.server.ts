import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import type { UserActor } from '../shared/actor';
import { type FunnelStage, STAGE_DAYS } from './funnel';
import { type FunnelCell, type FunnelChoice, openCells, readFunnel } from './funnel-queries.server';
import type { StudentStatus } from './programme';

interface FunnelPerson extends Record<string, unknown> {
  id: string;
  name: string;
  idNumberMasked: string;
  studentNo: string;
  college: string;
  major: string;
  year: number;
  status: StudentStatus;
  xCertifiedOn: string | null;
  placedOn: string | null;
  engagedOn: string | null;
  stayedOn: string | null;
  /** Where she is on the roster today, interns left out. */
  institution: string | null;
}

const inStage = (stage: FunnelStage): SQL => (stage === 'student' ? sql`true` : sql`r.${sql.raw(STAGE_DAYS[stage])} is not null`);

/** Some students of one cell, in the order in which they were entered. */
const studentsOf = (tx: Tx, { collegeId, year }: FunnelCell, stage: FunnelStage, today: string, limit: number, offset: number) =>
  tx.execute<FunnelPerson>(sql`
    select s.id, p.name, p.id_number_masked as "idNumberMasked", s.student_no as "studentNo", o.name as college, m.name_zh as major, r.year, s.status,
      r.x_certified_on::text as "xCertifiedOn", r.placed_on::text as "placedOn", r.engaged_on::text as "engagedOn", r.stayed_on::text as "stayedOn",
      (select i.name from engagement e join organisation i on i.id = e.institution_id where e.person_id = r.person_id and not e.is_intern
        and e.start_on <= ${today}::date and (e.end_on is null or e.end_on > ${today}::date) order by e.is_main_post desc, e.start_on limit 1) as institution
    from (
      select * from funnel_row r where r.college_id = ${collegeId} and r.year = ${year} and ${inStage(stage)}
      order by r.student_id limit ${limit} offset ${offset}
    ) r
    join student s on s.id = r.student_id join person p on p.id = r.person_id join organisation o on o.id = r.college_id join major m on m.id = r.major_id
    order by r.student_id`);

/**
 * Exactly the students of one number. The cells say how many stand in each college and year, so a page reads only the cells
 * that it shows: the last page costs what the first one does.
 */
export const listFunnelPeople = (
  actor: UserActor,
  { stage, ...choice }: FunnelChoice & { stage: FunnelStage },
  today: string,
  page: { limit: number; offset: number },
): Promise<{ rows: FunnelPerson[]; total: number }> =>
  // One moment: counts and rows are written together.
  db.transaction(
    async (tx) => {
      const cells = openCells(await readFunnel(actor, tx), choice);
      const total = cells.reduce((sum, { counts }) => sum + counts[stage], 0);
      const rows: FunnelPerson[] = [];
      let skip = page.offset;
      for (const cell of cells) {
        const inCell = cell.counts[stage];
        if (rows.length >= page.limit) break;
        if (skip < inCell) rows.push(...(await studentsOf(tx, cell, stage, today, page.limit - rows.length, skip)));
        skip = Math.max(0, skip - inCell);
      }
      return { rows, total };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
