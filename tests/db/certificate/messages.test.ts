import { and, asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { engagement, event, notification } from '#db/schema';
import { type CheckInput, recordCheck } from '~/domain/certificate/record-check.server';
import { revokeCertificate } from '~/domain/certificate/revoke-certificate.server';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { newId } from '~/domain/shared/id';
import { jobsFor } from '../../../jobs/catalog';
import { setClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { enter, registryScene } from './scenes';

const { db } = testDatabase();

const tell = async (certificateId: string) => {
  const events = await db.select().from(event).where(eq(event.subjectId, certificateId)).orderBy(asc(event.seq));
  for (const { id, name, subjectId, data } of events)
    await deliverMessages(contextOf({ kind: 'system', job: 'messages.deliver' }), { id, name, subjectId, data });
};
const checked = (certificateId: string, result: CheckInput['result'], note = ''): CheckInput => ({
  ...{ certificateId, checkId: newId(), checkedOn: '2026-03-10', result, note },
  seenStatus: 'submitted',
  channel: 'osta',
  decision: 'decide',
});
const kindsTo = async (to: { personId: string } | { organisationId: string }) => {
  const reader = 'personId' in to ? eq(notification.personId, to.personId) : eq(notification.organisationId, to.organisationId);
  return (await db.select().from(notification).where(and(reader)).orderBy(asc(notification.createdAt))).map(({ kind }) => kind);
};

test('what her institution hands in she hears of at once, and both hear of the result', async () => {
  const { manager, post, person, institution, officer } = await registryScene();
  const id = await enter(manager, { engagementId: post.id });
  await recordCheck(contextOf(officer), checked(id, 'genuine'), null);
  await tell(id);
  await tell(id);
  expect((await kindsTo({ personId: person.id })).sort()).toEqual(['certificate_entered', 'certificate_verified']);
  expect(await kindsTo({ organisationId: institution.id })).toEqual(['certificate_verified']);
});

test('what she hands in herself is between her and the district; a revocation concerns where she works', async () => {
  const { holder, person, institution, officer } = await registryScene();
  const rejected = await enter(holder);
  await recordCheck(contextOf(officer), checked(rejected, 'differs', '姓名与官网不一致'), null);
  await tell(rejected);
  expect(await kindsTo({ personId: person.id })).toEqual(['certificate_rejected']);
  expect(await kindsTo({ organisationId: institution.id })).toEqual([]);
  const [told] = await db.select().from(notification).where(eq(notification.personId, person.id));
  expect(told).toMatchObject({ params: { reason: '姓名与官网不一致' }, link: `/me/certificates/${rejected}` });
  const revoked = await enter(holder);
  await recordCheck(contextOf(officer), checked(revoked, 'genuine'), null);
  await revokeCertificate(contextOf(officer), { certificateId: revoked, revokedOn: null, reason: '登记有误' });
  await tell(revoked);
  expect(await kindsTo({ organisationId: institution.id })).toEqual(['certificate_revoked']);
});

test.each([
  ['half an hour before her last day ends', '2026-03-10T15:30:00Z', ['certificate_revoked']],
  ['half an hour after, in Beijing', '2026-03-10T16:30:00Z', []],
])('where she worked until yesterday hears of a revocation %s: %s', async (_when, at, told) => {
  const { holder, post, institution, officer } = await registryScene();
  const id = await enter(holder);
  await recordCheck(contextOf(officer), checked(id, 'genuine'), null);
  await db.update(engagement).set({ endOn: '2026-03-11' }).where(eq(engagement.id, post.id));
  setClock(at);
  await revokeCertificate(contextOf(officer), { certificateId: id, revokedOn: null, reason: '登记有误' });
  await tell(id);
  expect(await kindsTo({ organisationId: institution.id })).toEqual(told);
});

test('every event that concerns people asks for its messages, and a table brought in for its screening', () => {
  for (const name of ['submitted', 'verified', 'rejected', 'revoked', 'expiry_reminded'])
    expect(jobsFor(`certificate.${name}`)).toContain('messages.deliver');
  expect(jobsFor('import.committed')).toContain('certificates.screen');
});
