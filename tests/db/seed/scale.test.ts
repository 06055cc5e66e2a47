import { beforeAll, expect, test } from 'vitest';
import { seed } from '#db/seed';
import { readClass } from '~/domain/attendance/find-class.server';
import { CERTIFICATE_NUMBER } from '~/domain/completion/completion';
import { readEvidence } from '~/domain/completion/evidence.server';
import { START, testDatabase } from '../../support/database';

const { db, sql } = testDatabase();

beforeAll(async () => {
  await seed({ stories: false, scale: 400, now: START });
  await seed({ stories: false, scale: 250, now: START });
}, 120_000);

test('a scale seed adds as many completions as asked for, on top of what is there, and the recount agrees', async () => {
  const [row] = await sql`
    select count(*)::int as completions, count(*) filter (where category = 'principal')::int as principals, count(distinct person_id)::int as people,
      (select count(*)::int from completion_certificate) as certificates, (select count(distinct number)::int from completion_certificate) as numbers,
      (select count(*)::int from attendance) as marks, (select count(*)::int from score) as scores from completion`;
  expect(row).toMatchObject({ completions: 650, principals: 117, certificates: 650, numbers: 650, marks: 1300, scores: 1300 });
  expect(row?.people).toBeLessThan(500);
  const [total] = await sql`select sum(person_times)::int as n from tally where district = '*' and month = '*' and operator_type = '*'`;
  expect(total?.n).toBe(650);
});

test('its completions stand on evidence that passes', async () => {
  const [held] = await sql<{ class_id: string }[]>`select class_id from completion order by id limit 1`;
  const known = await readClass(db, held?.class_id ?? '');
  if (!known) throw new Error('a class that cannot be read');
  const { trainees } = await readEvidence(db, known);
  expect(trainees).toHaveLength(30);
  expect(trainees.every((trainee) => trainee.decision.result === 'passed' && trainee.decision.completedOn === known.endsOn)).toBe(true);
});

test('its certificates have numbers and codes of the usual form', async () => {
  const rows = await sql<{ number: string; public_code: string }[]>`select number, public_code from completion_certificate`;
  for (const { number, public_code: code } of rows) {
    expect(number).toMatch(CERTIFICATE_NUMBER);
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}(-[2-9A-HJKMNP-TV-Z]{6}){2}$/);
  }
});
