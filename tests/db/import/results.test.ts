import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anEvaluationOrganisation } from '#db/seed/builders/organisations';
import { aPerson } from '#db/seed/builders/people';
import { aCandidate, anAppeal, aSitting, heldDays } from '#db/seed/builders/sittings';
import type { UserActor } from '~/domain/shared/actor';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { checked, contentsOf, takenBack, written } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';

const { db, sql } = testDatabase();
const HEADERS = ['场次编号', '准考证号', '姓名', '证件号码', '理论成绩', '实操成绩', '是否缺考', '学分银行账号'];

let actor: UserActor;
let sitting: Awaited<ReturnType<typeof aSitting>>;
beforeEach(async () => {
  const home = await anEvaluationOrganisation(db);
  ({ actor } = await aMember(db, 'evaluator', home));
  sitting = await aSitting(db, { organisationId: home.id, ...heldDays(beijingDate(now())) });
});

async function aRegistered(of = sitting) {
  const person = await aPerson(db);
  const candidate = await aCandidate(db, of, { personId: person.id });
  return { person, candidate };
}
const sheet = (...rows: TestCell[][]) => [['成绩表'], HEADERS, ...rows];

describe('results of one’s own sittings', () => {
  test('come by candidate number or by document; again the file changes nothing; they are taken back while unpublished', async () => {
    const [one, two] = [await aRegistered(), await aRegistered()];
    const before = await contentsOf(['candidate']);
    const rows = sheet(
      [null, one.candidate.number, one.person.name, null, 78, 82.5, '否', null],
      [sitting.code, null, two.person.name, two.person.idNumber, null, null, '是', null],
    );
    const { id, counts } = await checked(actor, 'x_results', rows);
    expect(counts).toEqual({ new: 2 });
    expect(await written(actor, id)).toBe(2);
    const stored =
      await sql`select status, theory_points::float8 as theory, practical_points::float8 as practical from candidate where import_id = ${id} order by theory`;
    expect(stored).toEqual([
      { status: 'registered', theory: 78, practical: 82.5 },
      { status: 'absent', theory: null, practical: null },
    ]);
    expect((await checked(actor, 'x_results', rows)).counts).toEqual({ same: 2 });
    expect(await takenBack(actor, id)).toBe('undone');
    expect((await contentsOf(['candidate']))[0]?.n).toBe(before[0]?.n);
    expect(await sql`select 1 from candidate where theory_points is not null or status = 'absent'`).toHaveLength(0);
  });

  test('are refused by the rules of the sitting, row by row', async () => {
    const { candidate, person } = await aRegistered();
    const foreign = await aRegistered(await aSitting(db));
    const early = await aRegistered(await aSitting(db, { organisationId: sitting.organisationId }));
    const approved = await aRegistered(
      await aSitting(db, { organisationId: sitting.organisationId, ...heldDays(beijingDate(now())), status: 'approved' }),
    );
    const { rows } = await checked(
      actor,
      'x_results',
      sheet(
        [null, foreign.candidate.number, foreign.person.name, null, 60, 60, null, null],
        [null, early.candidate.number, early.person.name, null, 60, null, null, null],
        [null, approved.candidate.number, approved.person.name, null, 60, 60, null, null],
        [null, candidate.number, '赵敏', null, 60, 60, null, null],
        [null, candidate.number, person.name, null, 60, 60, '是', null],
        [null, null, person.name, null, 60, 60, null, null],
        [null, candidate.number, person.name, null, 101, null, null, null],
      ),
    );
    expect(rows.map(({ outcome, problems }) => problems[0]?.code ?? outcome)).toEqual([
      'candidate_unknown',
      'exam_not_yet',
      'sitting_closed',
      'person_name_differs',
      'twice_in_file',
      'required',
      'number_range',
    ]);
  });

  test('stay once they were appealed against', async () => {
    const { candidate, person } = await aRegistered();
    const { id } = await checked(actor, 'x_results', sheet([null, candidate.number, person.name, null, 50, 60, null, null]));
    await written(actor, id);
    await anAppeal(db, candidate.id);
    expect(await takenBack(actor, id)).toBe('blocked');
  });
});
