import { describe, expect, test } from 'vitest';
import { certificateCheck } from '#db/schema';
import { actorFor, aMember, anAccount } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { type CheckInput, recordCheck } from '~/domain/certificate/record-check.server';
import { type RevocationInput, revokeCertificate } from '~/domain/certificate/revoke-certificate.server';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aCopy, aWaiting, enter, filesOf, heldRow, registryScene } from './scenes';

const { db } = testDatabase();
const aTeacher = async () => (await aMember(db, 'provider_staff')).actor;

const aCheck = (certificateId: string, change: Partial<CheckInput> = {}): CheckInput => ({
  certificateId,
  checkId: newId(),
  seenStatus: 'submitted',
  channel: 'osta',
  checkedOn: '2026-03-10',
  result: 'genuine',
  note: '',
  decision: 'decide',
  ...change,
});

const checking =
  (change: Partial<CheckInput> = {}, columns: Parameters<typeof aWaiting>[0] = {}) =>
  async () => {
    const { officer, otherOfficer } = await registryScene();
    const { id } = await aWaiting(columns);
    const input = aCheck(id, change);
    return { actor: officer, stranger: otherOfficer, id, call: (ctx: Context) => recordCheck(ctx, input, null) };
  };

describe('a check', () => {
  sevenQuestions('recordCheck', checking(), {
    event: 'certificate.verified',
    tables: ['certificate', 'certificate_check', 'certificate_file'],
    works: async (result, { id }) => {
      expect(result).toEqual({ status: 'verified' });
      expect(await heldRow(id)).toMatchObject({ status: 'verified', decisionReason: null });
    },
    wrongState: { scene: checking({ seenStatus: 'rejected' }, { status: 'rejected' }), code: 'wrong_state' },
    wrongRole: aTeacher,
    repeated: 'unchanged',
  });

  test.each(['not_found', 'differs', 'revoked_there'] as const)('%s rejects with the reason that she reads', async (result) => {
    const scene = await checking({ result, note: '官网查无此编号' })();
    await scene.call(contextOf(scene.actor));
    expect(await heldRow(scene.id)).toMatchObject({ status: 'rejected', decisionReason: '官网查无此编号', verifiedAt: null });
  });

  test('may be noted while the entry waits on', async () => {
    const scene = await checking({ result: 'not_found', decision: 'keep_waiting', note: '网站今天打不开' })();
    await scene.call(contextOf(scene.actor));
    expect((await heldRow(scene.id)).status).toBe('submitted');
    expect(await db.$count(certificateCheck)).toBeGreaterThan(0);
  });

  test('of a verified certificate adds a receipt and leaves it as it is', async () => {
    const scene = await checking({ seenStatus: 'verified', result: 'not_found', note: '复核查不到' }, { status: 'verified' })();
    expect(await scene.call(contextOf(scene.actor))).toEqual({ status: 'verified' });
  });

  test.each<[string, Partial<CheckInput>, string]>([
    ['tomorrow', { checkedOn: '2026-03-11' }, 'check_in_future'],
    ['before the day of issue', { checkedOn: '2024-01-09' }, 'check_before_issue'],
    ['a rejection without a reason', { result: 'differs' }, 'check_note_required'],
    ['waiting on without a note', { decision: 'keep_waiting' }, 'check_note_required'],
    ['a state that somebody else has changed', { seenStatus: 'verified' }, 'stale'],
  ])('%s is refused', async (_name, change, code) => {
    const scene = await checking(change)();
    await expect(scene.call(contextOf(scene.actor))).rejects.toMatchObject({ code });
    expect((await heldRow(scene.id)).status).toBe('submitted');
  });

  test('keeps the screenshot with its receipt', async () => {
    const { officer } = await registryScene();
    const { id } = await aWaiting();
    await recordCheck(contextOf(officer), aCheck(id), await aCopy('#00aa00'));
    expect(await filesOf(id)).toMatchObject([{ purpose: 'receipt', mediaType: 'image/jpeg', consentedAt: null }]);
  });

  test('two officers at once: one decides, the other is told', async () => {
    const { officer } = await registryScene();
    const { id } = await aWaiting();
    const answers = await Promise.allSettled([
      recordCheck(contextOf(officer), aCheck(id), null),
      recordCheck(contextOf(officer), aCheck(id, { result: 'differs', note: '姓名不同' }), null),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(['verified', 'rejected']).toContain((await heldRow(id)).status);
  });
});

describe('nobody verifies her own', () => {
  const decide = (ctx: Context, id: string) => recordCheck(ctx, aCheck(id), null);

  test('nor what her commission brought in; the city takes it', async () => {
    const { officer, city } = await registryScene();
    const { id } = await aWaiting({ submittedByOrganisationId: officer.organisation?.id ?? null, source: 'import' });
    await expect(decide(contextOf(officer), id)).rejects.toMatchObject({ status: 403 });
    await decide(contextOf(city), id);
    expect((await heldRow(id)).status).toBe('verified');
  });

  test('nor what she handed in herself in another role, nor her own certificate', async () => {
    const { manager, post, person } = await registryScene();
    const commission = await aCommission(db, 'district');
    const sameAccount = { ...manager, role: 'district_officer' as const, organisation: { ...commission, kind: commission.kind } };
    const byInstitution = await enter(manager, { engagementId: post.id });
    await expect(decide(contextOf(sameAccount), byInstitution)).rejects.toMatchObject({ status: 403 });
    const herself = actorFor(await anAccount(db, { personId: null }), { role: 'district_officer', organisation: commission });
    await expect(decide(contextOf({ ...herself, personId: person.id }), byInstitution)).rejects.toMatchObject({ status: 403 });
    await decide(contextOf(herself), byInstitution);
    expect((await heldRow(byInstitution)).status).toBe('verified');
  });

  test('a district that sees it because she works there now does not decide for another', async () => {
    const { otherOfficer } = await registryScene();
    const { id, personId } = await aWaiting({ status: 'verified' });
    await anEngagement(db, { personId, institutionId: (await anInstitution(db, { districtCode: '110108' })).id });
    const asked = recordCheck(contextOf(otherOfficer), aCheck(id, { seenStatus: 'verified' }), null);
    await expect(asked).rejects.toMatchObject({ status: 403 });
  });
});

describe('revoking', () => {
  const revoking =
    (change: Partial<RevocationInput> = {}, status: 'verified' | 'submitted' = 'verified') =>
    async () => {
      const { officer, otherOfficer } = await registryScene();
      const { id } = await aCertificate(db, { districtCode: '110105', status });
      const input = { certificateId: id, revokedOn: null, reason: '登记有误', ...change };
      return { actor: officer, stranger: otherOfficer, id, call: (ctx: Context) => revokeCertificate(ctx, input) };
    };

  sevenQuestions('revokeCertificate', revoking(), {
    event: 'certificate.revoked',
    tables: ['certificate'],
    works: async (_result, { id }) =>
      expect(await heldRow(id)).toMatchObject({ status: 'revoked', revokedOn: '2024-01-10', decisionReason: '登记有误' }),
    wrongState: { scene: revoking({}, 'submitted'), code: 'wrong_state' },
    wrongRole: aTeacher,
    repeated: 'unchanged',
  });

  test.each([
    ['2024-01-09', 'revoked_before_issue'],
    ['2026-03-11', 'revoked_in_future'],
  ])('from %s is refused', async (revokedOn, code) => {
    const scene = await revoking({ revokedOn })();
    await expect(scene.call(contextOf(scene.actor))).rejects.toMatchObject({ code, field: 'revokedOn' });
  });

  test('from a later day leaves the days before', async () => {
    const scene = await revoking({ revokedOn: '2026-02-01' })();
    await scene.call(contextOf(scene.actor));
    expect((await heldRow(scene.id)).revokedOn).toBe('2026-02-01');
  });
});
