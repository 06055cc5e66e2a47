import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sql as client } from '#db/client';
import { completion, completionCertificate } from '#db/schema';
import { actorFor, aMember, anAccount } from '#db/seed/builders/accounts';
import { getCertificate, verifyCode } from '~/domain/completion/certificate-queries.server';
import { getRecord } from '~/domain/completion/record.server';
import { revokeCompletion } from '~/domain/completion/revoke-completion.server';
import { newPublicCode } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { closedClass, taughtClass } from '../../support/taught-class';

const { db } = testDatabase();

async function certified() {
  const scene = await closedClass({ names: ['欧阳秀英'] });
  const [row] = await db
    .select({ certificate: completionCertificate, personId: completion.personId })
    .from(completionCertificate)
    .innerJoin(completion, eq(completion.id, completionCertificate.completionId))
    .where(eq(completion.classId, scene.held.id));
  if (!row) throw new Error('no certificate');
  const holder = actorFor(await anAccount(db, { personId: row.personId }));
  return { ...scene, ...row.certificate, holder };
}

test('a code answers with a masked name, course, minutes, issuer and dates, however it is typed', async () => {
  const scene = await certified();
  const expected = {
    outcome: 'valid',
    number: scene.number,
    name: '欧阳**',
    providerName: scene.provider.name,
    theoryMinutes: 90,
    practiceMinutes: 90,
    completedOn: '2026-03-08',
    issuedOn: '2026-03-10',
  };
  for (const typed of [
    scene.publicCode,
    scene.publicCode.toLowerCase(),
    scene.publicCode.replaceAll('-', ''),
    ` ${scene.publicCode.replaceAll('-', ' ')} `,
  ]) {
    expect(await verifyCode(typed)).toMatchObject(expected);
  }
  expect(JSON.stringify(await verifyCode(scene.publicCode))).not.toMatch(/秀英|\d{6}\*/);
});

test('a revoked certificate says so and gives no reason away', async () => {
  const scene = await certified();
  await revokeCompletion(contextOf(scene.officer), { completionId: scene.completionId, reason: '内部原因' });
  const answer = await verifyCode(scene.publicCode);
  expect(answer.outcome).toBe('revoked');
  expect(JSON.stringify(answer)).not.toContain('内部原因');
});

test('hit and miss run the same queries', async () => {
  const scene = await certified();
  const calls = async (code: string) => {
    const seen: string[] = [];
    const unsafe = client.unsafe;
    client.unsafe = ((...args: Parameters<typeof unsafe>) => {
      seen.push(args[0]);
      return unsafe.apply(client, args);
    }) as typeof unsafe;
    await verifyCode(code);
    client.unsafe = unsafe;
    return seen;
  };
  const hit = await calls(scene.publicCode);
  expect(hit.length).toBe(2);
  for (const miss of [newPublicCode(), '', '1', "' or 1=1 --", '𠮷'.repeat(40)]) expect(await calls(miss)).toEqual(hit);
});

test('the number on the paper opens nothing without signing in, and only to those concerned', async () => {
  const scene = await certified();
  expect((await verifyCode(scene.number)).outcome).toBe('unknown');
  for (const actor of [scene.holder, scene.teacher, scene.officer, (await aMember(db, 'city_officer')).actor]) {
    expect((await getCertificate(actor, scene.number)).certificate.publicCode).toBe(scene.publicCode);
  }
  for (const actor of [scene.otherTeacher, scene.otherOfficer, actorFor(await anAccount(db))]) {
    await expect(getCertificate(actor, scene.number)).rejects.toMatchObject({ status: 404 });
  }
  await expect(getCertificate((await aMember(db, 'institution_admin')).actor, scene.number)).rejects.toMatchObject({ status: 403 });
  await expect(getCertificate(scene.holder, 'BJTY-C-110105-2026-99999')).rejects.toMatchObject({ status: 404 });
});

test('a record holds trainings, minutes and certificates, and what to do next', async () => {
  const scene = await certified();
  const record = await getRecord(scene.holder, now());
  expect(record.trainings).toMatchObject([{ status: 'passed', ledger: { theoryCredited: 90 }, certificate: { number: scene.number } }]);
  expect(record.totals).toEqual({ theory: 90, practice: 90, certificates: 1 });
  expect(record.next).toMatchObject({ kind: 'print', number: scene.number });

  const going = await taughtClass({ names: ['李一'], class: { startsOn: '2026-03-12' } });
  const learner = actorFor(await anAccount(db, { personId: going.trainees[0]?.personId ?? null }));
  expect((await getRecord(learner, now())).next).toMatchObject({ kind: 'lesson', lesson: '第1课' });
  expect((await getRecord(actorFor(await anAccount(db)), now())).next).toEqual({ kind: 'claim' });
  await expect(getRecord(scene.teacher, now())).rejects.toMatchObject({ status: 403 });
});
