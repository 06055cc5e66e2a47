import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { certificateIssuer, certificateReminder, event, notification } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { checkCertificate } from '~/domain/certificate/check-certificate.server';
import { changeIssuer, changeLookup, listIssuer } from '~/domain/certificate/edit-issuer.server';
import { lookupFor } from '~/domain/certificate/issuers.server';
import { listEnding } from '~/domain/certificate/registry.server';
import { remindExpiring } from '~/domain/certificate/remind-expiring.server';
import { screenWaiting } from '~/domain/certificate/screen-waiting.server';
import { shipIssuers } from '~/domain/certificate/ship-issuers.server';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { moveClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { aWaiting, heldRow, registryScene } from './scenes';

const { db } = testDatabase();
const system = () => contextOf({ kind: 'system', job: 'test' });

const tell = async () => {
  const events = await db.select().from(event).where(eq(event.name, 'certificate.expiry_reminded'));
  for (const { id, name, subjectId, data } of events) await deliverMessages(system(), { id, name, subjectId, data });
};

describe('before a certificate ends', () => {
  test('its holder and her institution are told once at 90, 60 and 30 days and after it', async () => {
    const { person, institution } = await registryScene();
    const { id } = await aCertificate(db, { personId: person.id, validUntil: addDays(beijingDate(now()), 95) });
    for (let day = 0; day < 110; day += 5) {
      await remindExpiring(system());
      expect(await remindExpiring(system())).toBe(0);
      moveClock({ days: 5 });
    }
    const told = await db.select().from(certificateReminder).where(eq(certificateReminder.certificateId, id));
    expect(told.map(({ threshold }) => threshold).sort((a, b) => a - b)).toEqual([0, 30, 60, 90]);
    await tell();
    await tell();
    const hers = await db.select().from(notification).where(eq(notification.personId, person.id));
    expect(hers.map(({ kind }) => kind).sort()).toEqual([
      'certificate_expired',
      'certificate_expiring',
      'certificate_expiring',
      'certificate_expiring',
    ]);
    const theirs = await db.select().from(notification).where(eq(notification.organisationId, institution.id));
    expect(theirs).toHaveLength(4);
    expect(theirs[0]).toMatchObject({ kind: 'staff_certificates_expiring', params: { persons: 1 } });
  });

  test('a training of health-care staff that was renewed is no news, one that was not is', async () => {
    const today = beijingDate(now());
    const training = { family: 'health_care_training' as const, occupation: null, level: null };
    const renewed = await aCertificate(db, { ...training, validUntil: addDays(today, 20) });
    await aCertificate(db, { ...training, personId: renewed.personId, validUntil: null });
    const ending = await aCertificate(db, { ...training, validUntil: addDays(today, 20) });
    expect(await remindExpiring(system())).toBe(1);
    const told = await db.select().from(certificateReminder).where(eq(certificateReminder.certificateId, ending.id));
    expect(told).toHaveLength(1);
    const { actor } = await aMember(db, 'city_officer');
    if (actor.kind !== 'user') throw new Error('not somebody');
    const { rows } = await listEnding(actor, { family: 'health_care_training', institution: '' }, now(), { limit: 10, offset: 0 });
    expect(rows.map(({ id }) => id)).toEqual([ending.id]);
  });

  test('what is not verified, or ended long ago, is nobody’s news', async () => {
    const today = beijingDate(now());
    await aWaiting({ validUntil: addDays(today, 20) });
    await aCertificate(db, { validUntil: addDays(today, -40) });
    await aCertificate(db, { validUntil: addDays(today, 91) });
    expect(await remindExpiring(system())).toBe(0);
  });
});

describe('screening', () => {
  test('entries that came in by a table are screened once, each with its codes', async () => {
    const [first, second] = [await aWaiting({ warnings: null }), await aWaiting({ warnings: null, name: '高级育婴师' })];
    const twin = await aWaiting({ number: first.number, warnings: null });
    while ((await screenWaiting(system())) > 0);
    expect((await heldRow(first.id)).warnings).toEqual(['number_of_another']);
    expect((await heldRow(twin.id)).warnings).toEqual(['number_of_another']);
    expect((await heldRow(second.id)).warnings).toEqual(['name_not_official']);
    expect(await screenWaiting(system())).toBe(0);
  });
});

describe('the list of issuers', () => {
  const input = { family: 'hrss_skill_level' as const, name: '演示评价机构', queryUrl: null, source: '演示' };

  test('is shipped once, and what the city changed stays', async () => {
    await shipIssuers(system());
    const city = (await aMember(db, 'city_officer')).actor;
    await changeLookup(contextOf(city), { family: 'x_certificate', url: 'https://example.com', channel: 'x_platform', source: '改' });
    await shipIssuers(system());
    expect(await lookupFor(db, { family: 'x_certificate', issuer: '某组织' })).toEqual({
      url: 'https://example.com',
      channel: 'x_platform',
    });
    expect(await lookupFor(db, { family: 'hrss_skill_level', issuer: '某中心' })).toMatchObject({ channel: 'osta' });
    expect(await db.$count(certificateIssuer)).toBe(2);
  });

  test('is the city’s: others are refused, a second entry too, and a change screens the queue anew', async () => {
    const { city, officer, manager } = await registryScene();
    const stranger = await aWaiting({ issuer: '没有登记的机构' });
    for (const actor of [officer, manager]) await expect(listIssuer(contextOf(actor), input)).rejects.toMatchObject({ status: 403 });
    const { issuerId } = await listIssuer(contextOf(city), input);
    await expect(listIssuer(contextOf(city), input)).rejects.toMatchObject({ code: 'issuer_known' });
    while ((await screenWaiting(system())) > 0);
    expect((await heldRow(stranger.id)).warnings).toEqual(['issuer_not_listed']);
    const after = { queryUrl: 'https://example.org/check', source: '演示', isActive: true };
    await changeIssuer(contextOf(city), issuerId, after);
    await changeIssuer(contextOf(city), issuerId, after);
    expect(await lookupFor(db, { family: 'hrss_skill_level', issuer: input.name })).toEqual({ url: after.queryUrl, channel: 'issuer' });
    expect(await db.$count(event, eq(event.name, 'certificate_issuer.changed'))).toBe(1);
    await expect(changeIssuer(contextOf(officer), issuerId, after)).rejects.toMatchObject({ status: 403 });
    await expect(changeIssuer(contextOf(city), 'nobody', after)).rejects.toMatchObject({ status: 404 });
  });
});

describe('asking from outside', () => {
  test.each([
    ['verified', {}, 'verified'],
    ['verified, until yesterday', { validUntil: '2026-03-09' }, 'not_standing'],
    ['verified, until today', { validUntil: '2026-03-10' }, 'verified'],
    ['revoked', { status: 'revoked' as const, revokedOn: '2025-01-01' }, 'not_standing'],
    ['waiting', { status: 'submitted' as const }, 'unknown'],
    ['rejected', { status: 'rejected' as const }, 'unknown'],
  ])('%s is answered', async (_name, columns, outcome) => {
    const { person } = await registryScene();
    const { family, number } = await aCertificate(db, { personId: person.id, ...columns });
    const spaced = number.toLowerCase().replace(/^(.{4})/, '$1 ');
    expect(await checkCertificate({ family, number: spaced, name: person.name }, now())).toMatchObject({ outcome });
    expect(await checkCertificate({ family, number, name: '别人' }, now())).toEqual({ outcome: 'unknown' });
    expect(await checkCertificate({ family: 'x_certificate', number, name: person.name }, now())).toEqual({ outcome: 'unknown' });
  });
});
