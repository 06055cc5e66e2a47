import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { completion, completionCertificate, completionEntry, enrolment } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { getPersonTime } from '~/domain/completion/person-time.server';
import { revokeCompletion } from '~/domain/completion/revoke-completion.server';
import { voidCompletion } from '~/domain/completion/void-completion.server';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { closedClass } from '../../support/taught-class';

const { db, owner } = testDatabase();
const tables = ['completion', 'completion_entry', 'completion_certificate', 'enrolment'];

type End = typeof revokeCompletion;
const ready = (end: End, before?: End) => async () => {
  const scene = await closedClass({ names: ['李一'] });
  const [row] = await db.select().from(completion).where(eq(completion.classId, scene.held.id));
  const completionId = row?.id ?? '';
  if (before) await before(contextOf(scene.officer), { completionId, reason: '此前' });
  const call = (ctx: Context) => end(ctx, { completionId, reason: '冒名顶替' });
  return { ...scene, completionId, actor: scene.officer, stranger: scene.otherOfficer, call };
};
const stateOf = async (completionId: string) => {
  const [row] = await db.select().from(completion).where(eq(completion.id, completionId));
  const entries = await db
    .select()
    .from(completionEntry)
    .where(eq(completionEntry.completionId, completionId))
    .orderBy(completionEntry.seq);
  const [certificate] = await db.select().from(completionCertificate).where(eq(completionCertificate.completionId, completionId));
  const [seat] = await db
    .select()
    .from(enrolment)
    .where(eq(enrolment.id, row?.enrolmentId ?? ''));
  return { status: row?.status, entries, certificate, enrolment: seat?.status };
};

describe.each([
  ['revokeCompletion', revokeCompletion, voidCompletion, 'completion.revoked', 'revoked', 'passed'],
  ['voidCompletion', voidCompletion, revokeCompletion, 'completion.voided', 'voided', 'voided'],
] as const)('%s', (name, end, otherEnd, eventName, status, enrolmentStatus) => {
  sevenQuestions(name, ready(end), {
    event: eventName,
    tables,
    works: async (_, { completionId, officer }) => {
      const state = await stateOf(completionId);
      expect(state).toMatchObject({ status, enrolment: enrolmentStatus, certificate: { revokedReason: '冒名顶替' } });
      expect(state.entries).toMatchObject([
        { kind: 'completed', delta: 1 },
        { kind: status, delta: -1, reason: '冒名顶替', by: officer.accountId },
      ]);
    },
    wrongState: { scene: ready(end, otherEnd), code: 'certificate_revoked' },
    wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
    repeated: 'unchanged',
  });

  test('needs a reason, and a completion that exists', async () => {
    const { officer, completionId } = await ready(end)();
    await expect(end(contextOf(officer), { completionId, reason: ' ' })).rejects.toMatchObject({ code: 'reason_required' });
    await expect(end(contextOf(officer), { completionId: newId(), reason: '核实' })).rejects.toMatchObject({ status: 404 });
    await expect(end(contextOf(officer), { completionId: 'x', reason: '核实' })).rejects.toMatchObject({ status: 404 });
  });

  test('twenty times at once takes one off, not twenty', async () => {
    const scene = await ready(end)();
    await Promise.all(Array.from({ length: 20 }, () => scene.call(contextOf(scene.officer))));
    const { entries } = await stateOf(scene.completionId);
    expect(entries.reduce((sum, entry) => sum + entry.delta, 0)).toBe(0);
    expect(entries).toHaveLength(2);
  });
});

test('the program itself can change nothing of a completion but its status', async () => {
  const { completionId } = await ready(revokeCompletion)();
  const change = db.update(completion).set({ completedOn: '2025-12-31' }).where(eq(completion.id, completionId));
  await expect(change).rejects.toMatchObject({ cause: { code: '42501' } });
  await expect(db.delete(completion).where(eq(completion.id, completionId))).rejects.toMatchObject({ cause: { code: '42501' } });
});

test('the evidence of a person-time is one page, from class to approver, and still whole after it ended', async () => {
  const { completionId, officer, otherOfficer, teacher, ...scene } = await ready(revokeCompletion)();
  await scene.call(contextOf(officer));
  const page = await getPersonTime(officer, completionId, now());
  expect(page).toMatchObject({ agrees: true, intact: true, mayRevoke: false, person: { name: '李一' }, closing: { status: 'approved' } });
  expect(page.lessons.map((lesson) => lesson.mark)).toEqual(['present', 'present']);
  expect(page.scores.map((score) => score.points).sort()).toEqual([80, 90]);
  expect(page.entries.map((entry) => entry.kind)).toEqual(['completed', 'revoked']);
  expect(page.trace.map((line) => line.name)).toEqual(['class.closing_submitted', 'class.closed', 'completion.revoked']);
  await expect(getPersonTime(otherOfficer, completionId, now())).rejects.toMatchObject({ status: 404 });
  await expect(getPersonTime(teacher, completionId, now())).rejects.toMatchObject({ status: 403 });
});

test('the district that counts a person-time sees it, too; a changed mark shows', async () => {
  const { completionId, otherOfficer, officer, held } = await ready(revokeCompletion)();
  await owner()`update completion set district_code = '110108' where id = ${completionId}`;
  expect((await getPersonTime(otherOfficer, completionId, now())).mayRevoke).toBe(false);
  await owner()`update attendance set mark = 'absent', minutes_credited = 0 where lesson_id = ${held.lessons[0]?.id ?? ''}`;
  expect(await getPersonTime(officer, completionId, now())).toMatchObject({ agrees: false, intact: true });
});
