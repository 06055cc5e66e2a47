import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution, aProvider } from '#db/seed/builders/organisations';
import { anAnswer, aVisit } from '#db/seed/builders/visits';
import { importNamed } from '~/domain/report/import-kinds.server';
import type { UserActor } from '~/domain/shared/actor';
import { testDatabase } from '../../support/database';
import { checked, contentsOf, takenBack, written } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';

const { db, sql } = testDatabase();
const HEADERS = ['机构名称', '统一社会信用代码', '指导日期', '指导人', '指导类型', '小结', '存在问题', '程度', '整改期限', '是否整改'];
const TABLES = ['guidance_visit', 'guidance_finding'];
const sheet = (...rows: TestCell[][]) => [HEADERS, ...rows];

let actor: UserActor;
let institution: Awaited<ReturnType<typeof anInstitution>>;
beforeEach(async () => {
  ({ actor } = await aMember(db, 'district_officer'));
  institution = await anInstitution(db);
});

const row = (found: Partial<Record<'name' | 'uscc' | 'on' | 'finding' | 'by' | 'status', string | null>> = {}): TestCell[] => {
  const {
    name = institution.name,
    uscc = null,
    on = '2024-05-10',
    finding = '消毒记录缺浓度',
    by = '2024-05-24',
    status = '已整改',
  } = found;
  return [name, uscc, on, '王敏、李静', '日常指导', '制度健全', finding, finding === null ? null : '一般', by, status];
};
const visitsOf = (id: string) =>
  sql`select id, status, visited_on, visitor_name, district_code, closed_by from guidance_visit where institution_id = ${id} order by visited_on`;

describe('visits of earlier years', () => {
  test('come with what they found; rows of one day are one visit; again the file changes nothing; they are taken back', async () => {
    const before = await contentsOf(TABLES);
    const rows = sheet(
      row(),
      row({ finding: '尖角没有防护', status: '否' }),
      row({ on: '2024-09-01', uscc: institution.uscc, finding: null, by: null, status: null }),
    );
    const { id, counts } = await checked(actor, 'visits', rows);
    expect(counts).toEqual({ new: 3 });
    expect(await written(actor, id)).toBe(3);
    expect(await visitsOf(institution.id)).toMatchObject([
      {
        status: 'recorded',
        visited_on: '2024-05-10',
        visitor_name: '王敏、李静',
        district_code: institution.districtCode,
        closed_by: null,
      },
      { status: 'closed', visited_on: '2024-09-01', closed_by: actor.accountId },
    ]);
    expect(
      await sql`select statement, status, mend_by_on from guidance_finding where institution_id = ${institution.id} order by status`,
    ).toEqual([
      { statement: '消毒记录缺浓度', status: 'mended', mend_by_on: '2024-05-24' },
      { statement: '尖角没有防护', status: 'open', mend_by_on: '2024-05-24' },
    ]);
    expect((await checked(actor, 'visits', rows)).counts).toEqual({ same: 3 });
    expect(await takenBack(actor, id)).toBe('undone');
    expect(await contentsOf(TABLES)).toEqual(before);
  });

  test('a later file adds findings to a visit of an earlier one, and takes only its own back', async () => {
    const first = await checked(actor, 'visits', sheet(row()));
    await written(actor, first.id);
    const before = await contentsOf(['guidance_finding']);
    const later = await checked(actor, 'visits', sheet(row(), row({ finding: '尖角没有防护', status: '待整改' })));
    expect(later.counts).toEqual({ same: 1, new: 1 });
    await written(actor, later.id);
    expect(await visitsOf(institution.id)).toMatchObject([{ status: 'recorded' }]);
    expect(await takenBack(actor, first.id)).toBe('blocked');
    expect(await takenBack(actor, later.id)).toBe('undone');
    expect(await visitsOf(institution.id)).toMatchObject([{ status: 'closed' }]);
    expect(await contentsOf(['guidance_finding'])).toEqual(before);
    expect(await takenBack(actor, first.id)).toBe('undone');
  });

  test('are refused row by row', async () => {
    const far = await anInstitution(db, { districtCode: '110106' });
    const here = await anInstitution(db);
    await aVisit(db, { institutionId: here.id, organisationId: actor.organisation?.id, visitedOn: '2024-05-10' });
    const { rows } = await checked(
      actor,
      'visits',
      sheet(
        row({ name: far.name }),
        row({ name: '没有这家机构' }),
        row({ by: null }),
        row({ by: '2024-05-01' }),
        row({ by: '2026-01-01' }),
        row({ finding: null }),
        row({ on: '2030-01-01', by: '2030-02-01' }),
        row({ name: here.name }),
        row(),
        row(),
      ),
    );
    expect(rows.map(({ outcome, problems }) => problems[0]?.code ?? outcome)).toEqual([
      'institution_unknown',
      'institution_unknown',
      'required',
      'ends_before_start',
      'mend_by_far',
      'required',
      'date_future',
      'visit_recorded_here',
      'new',
      'twice_in_file',
    ]);
  });

  test('stay once the institution has answered', async () => {
    const { id } = await checked(actor, 'visits', sheet(row({ status: '待整改' })));
    await written(actor, id);
    const [finding] = await sql`select id from guidance_finding where institution_id = ${institution.id}`;
    await anAnswer(db, finding?.id as string);
    expect(await takenBack(actor, id)).toBe('blocked');
    await expect(sql`delete from guidance_finding where id = ${finding?.id as string}`).rejects.toThrow(/is kept/);
  });

  test('are brought in by those who visit', async () => {
    const centre = await aMember(db, 'provider_staff', await aProvider(db, { kind: 'mch_centre' }));
    const college = await aMember(db, 'provider_staff');
    expect(importNamed(centre.actor, 'visits')?.name).toBe('visits');
    expect(importNamed(college.actor, 'visits')).toBeUndefined();
    expect(importNamed((await aMember(db, 'institution_admin')).actor, 'visits')).toBeUndefined();
    const { id } = await checked(centre.actor, 'visits', sheet(row()));
    expect(await written(centre.actor, id)).toBe(1);
  });
});
