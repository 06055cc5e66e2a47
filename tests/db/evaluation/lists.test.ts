import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCandidate, anAppeal } from '#db/seed/builders/sittings';
import { EXPORT_LISTS } from '~/domain/report/export-lists.server';
import type { ExportName } from '~/domain/report/export-name';
import type { UserActor } from '~/domain/shared/actor';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { aHeldScene, aPublishedScene } from './scenes';

const { db } = testDatabase();

/** The cells of a list as the workbook holds them, head first. */
async function table(list: ExportName, actor: UserActor, search: Record<string, unknown>) {
  const { rows, columns, total } = await EXPORT_LISTS[list].find({ actor, search, now: now() }, 'zh-CN');
  const lines: unknown[][] = [columns.map(({ header }) => header)];
  for await (const row of rows) lines.push(columns.map(({ cell }) => cell(row, lines.length)));
  return { lines, total };
}

test('the candidates of a sitting come with those who withdrew, for its organisation alone', async () => {
  const scene = await aHeldScene(db);
  await aCandidate(db, scene.sitting, { status: 'withdrawn' });
  const { lines, total } = await table('sitting-candidates', scene.publisher.actor, { sitting: scene.sitting.id });
  expect(total).toBe(5);
  expect(lines[0]?.slice(0, 2)).toEqual(['考生号', '姓名']);
  expect(lines.flat()).toContain('已取消报名');
  await expect(table('sitting-candidates', scene.stranger as UserActor, { sitting: scene.sitting.id })).rejects.toMatchObject({
    status: 404,
  });
});

test('a college takes out its own students and nobody else’s', async () => {
  const scene = await aHeldScene(db);
  expect((await table('student-candidates', scene.college.actor, { sitting: scene.sitting.id })).total).toBe(2);
  const other = await aMember(db, 'provider_staff');
  expect((await table('student-candidates', other.actor, { sitting: scene.sitting.id })).total).toBe(0);
});

test('before the results are published a college takes out no points; afterwards it does', async () => {
  const held = await aHeldScene(db);
  const before = (await table('student-candidates', held.college.actor, {})).lines.slice(1).flat();
  expect(before).not.toContain(82.5);
  const published = await aPublishedScene(db);
  expect((await table('student-candidates', published.college.actor, {})).lines.flat()).toContain(82.5);
});

test('appeals come with what was said and when the answer is due', async () => {
  const scene = await aPublishedScene(db);
  await anAppeal(db, scene.failed.id, { statement: '实操漏记一项' });
  const { lines } = await table('result-appeals', scene.publisher.actor, { sitting: scene.sitting.id });
  expect(lines).toHaveLength(2);
  expect(lines[1]).toEqual(expect.arrayContaining([scene.failed.number, '实操漏记一项', '待答复']));
});
