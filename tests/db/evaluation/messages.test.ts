import { expect, test } from 'vitest';
import { aTrainee } from '#db/seed/builders/accounts';
import { jobsFor } from '#jobs/catalog';
import { openAppeal } from '~/domain/evaluation/appeal-result.server';
import { approveBatch } from '~/domain/evaluation/approve-batch.server';
import { cancelSitting } from '~/domain/evaluation/cancel-sitting.server';
import { decideAppeal } from '~/domain/evaluation/decide-appeal.server';
import { publishResults } from '~/domain/evaluation/publish-results.server';
import { registerMyself } from '~/domain/evaluation/register-candidate.server';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { aHeldScene, aPublishedScene, aSittingScene, lastEvent } from './scenes';

const { db, sql } = testDatabase();

/** Runs the newest event of a name through the messages, and gives what it said to whom. */
async function told(name: string) {
  const event = await lastEvent(name);
  if (!event) throw new Error(`no event ${name}`);
  expect(jobsFor(name)).toContain('messages.deliver');
  const ctx = { actor: { kind: 'system', job: 'messages.deliver' } as const, now: now() };
  await deliverMessages(ctx, { id: event.id, name, subjectId: event.subject_id, data: event.data });
  expect(await deliverMessages(ctx, { id: event.id, name, subjectId: event.subject_id, data: event.data })).toBe(0);
  return sql`select kind, person_id, organisation_id, params, link from notification where event_id = ${event.id} order by kind`;
}

test('a registration is confirmed with its number', async () => {
  const { sitting } = await aSittingScene(db);
  const { actor, person } = await aTrainee(db);
  const seat = await registerMyself(contextOf(actor), sitting.id);
  expect(await told('candidate.registered')).toMatchObject([
    {
      kind: 'sitting_registered',
      person_id: person.id,
      params: { number: seat.number, sitting: sitting.code },
      link: `/me/sittings/${seat.candidateId}`,
    },
  ]);
});

test('results reach each candidate by what became of her, and her college once', async () => {
  const { actor, sitting, first, failed, absent, college } = await aHeldScene(db);
  await publishResults(contextOf(actor), sitting.id);
  const rows = await told('result.published');
  const kindOf = (personId: string) => rows.find((row) => row.person_id === personId)?.kind;
  expect([first, failed, absent].map(({ personId }) => kindOf(personId))).toEqual([
    'sitting_passed',
    'sitting_not_passed',
    'sitting_absent',
  ]);
  expect(rows.filter((row) => row.organisation_id !== null)).toMatchObject([
    { kind: 'sitting_results', organisation_id: college.organisation.id },
  ]);
});

test('an appeal reaches the evaluation organisation with its day, the answer the candidate with its reason', async () => {
  const { publisher, trainee, first, organisation } = await aPublishedScene(db, { appealUntilOn: '2026-03-10' });
  await openAppeal(contextOf(trainee.actor), first.id, '实操漏记一项');
  expect(await told('appeal.opened')).toMatchObject([
    { kind: 'appeal_opened', organisation_id: organisation.id, params: { due: '2026-03-17', number: first.number } },
  ]);
  const [row] = await sql`select id from result_appeal where candidate_id = ${first.id}`;
  await decideAppeal(contextOf(publisher.actor), row?.id, { decision: 'rejected', reason: '评分无误', theory: null, practical: null });
  expect(await told('appeal.decided')).toMatchObject([
    { kind: 'appeal_rejected', person_id: first.personId, params: { reason: '评分无误' } },
  ]);
});

test('a certificate is announced with its own number to whoever got one', async () => {
  const { approver, sitting, first, second } = await aPublishedScene(db);
  await approveBatch(contextOf(approver.actor), sitting.id);
  const own = (await told('sitting.approved')).filter((row) => row.kind === 'x_certificate_issued');
  expect(own.map((row) => row.person_id).sort()).toEqual([first.personId, second.personId].sort());
  expect(new Set(own.map((row) => row.params.number)).size).toBe(2);
});

test('a cancelled sitting tells everybody the reason', async () => {
  const { actor, sitting } = await aHeldScene(db);
  await cancelSitting(contextOf(actor), sitting.id, '考场停电');
  const rows = await told('sitting.cancelled');
  expect(rows).toHaveLength(5);
  expect(rows.every((row) => row.params.reason === '考场停电')).toBe(true);
});
