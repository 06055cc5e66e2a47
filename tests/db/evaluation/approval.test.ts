import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { anAppeal } from '#db/seed/builders/sittings';
import { approveBatch } from '~/domain/evaluation/approve-batch.server';
import type { Context } from '~/domain/shared/operation.server';
import { setClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aHeldScene, aPublishedScene, candidateRow, certificatesOf, lastEvent, sittingRow } from './scenes';

const { db, sql } = testDatabase();

sevenQuestions(
  'approveBatch',
  async () => {
    const scene = await aPublishedScene(db);
    const institution = await anInstitution(db, { districtCode: '110108' });
    await anEngagement(db, { personId: scene.first.personId, institutionId: institution.id });
    return { ...scene, actor: scene.approver.actor, call: (ctx: Context) => approveBatch(ctx, scene.sitting.id) };
  },
  {
    event: 'sitting.approved',
    tables: ['sitting', 'candidate', 'certificate', 'certificate_check', 'x_certificate_kind'],
    works: async (answer, { sitting, first, second, failed, publisher, approver, organisation }) => {
      expect(answer).toEqual({ issued: 2 });
      expect(await sittingRow(sitting.id)).toMatchObject({ status: 'approved', approved_by: approver.account.id });
      const rows = await certificatesOf(sitting.id);
      const [kind] = await sql`select * from x_certificate_kind where id = ${sitting.xKindId}`;
      const common = {
        family: 'x_certificate',
        x_kind_id: sitting.xKindId,
        level: 'junior',
        name: kind?.name,
        issuer: kind?.issuer,
        issued_on: '2026-03-10',
        valid_until: null,
        status: 'verified',
        source: 'issuer',
        submitted_by: publisher.account.id,
        submitted_by_organisation_id: organisation.id,
        verified_by: approver.account.id,
      };
      expect(rows).toMatchObject([
        {
          ...common,
          person_id: first.personId,
          number: `${kind?.number_prefix}-20261000001`,
          credit_bank_no: null,
          district_code: '110108',
        },
        {
          ...common,
          person_id: second.personId,
          number: `${kind?.number_prefix}-20261000002`,
          credit_bank_no: 'XF-0002',
          district_code: null,
        },
      ]);
      expect(await candidateRow(failed.id)).toMatchObject({ certificate_id: null });
      const checks =
        await sql`select channel, result, recorded_by from certificate_check where certificate_id in ${sql(rows.map(({ id }) => id))}`;
      expect(checks).toHaveLength(2);
      expect(checks[0]).toEqual({ channel: 'issuer', result: 'genuine', recorded_by: approver.account.id });
      expect((await lastEvent('sitting.approved'))?.data).toMatchObject({
        certificates: 2,
        lastNumber: `${kind?.number_prefix}-20261000002`,
      });
    },
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const { approver, sitting } = await aHeldScene(db);
        return { actor: approver.actor, call: (ctx) => approveBatch(ctx, sitting.id) };
      },
    },
    wrongRole: async () => (await aMember(db, 'city_officer')).actor,
    repeated: 'unchanged',
  },
);

describe('a batch is not approved', () => {
  test('by the account that published its results', async () => {
    const { publisher, sitting } = await aPublishedScene(db);
    await expect(approveBatch(contextOf(publisher.actor), sitting.id)).rejects.toMatchObject({ code: 'batch_same_account' });
  });

  test('before the last day of appeals is over', async () => {
    const { approver, sitting } = await aPublishedScene(db, { appealUntilOn: '2026-03-10' });
    await expect(approveBatch(contextOf(approver.actor), sitting.id)).rejects.toMatchObject({
      code: 'batch_before_deadline',
      params: { until: '2026-03-10' },
    });
    setClock('2026-03-11T00:00:00+08:00');
    await expect(approveBatch(contextOf(approver.actor), sitting.id)).resolves.toEqual({ issued: 2 });
  });

  test('while an appeal waits for its answer; one that was withdrawn does not hold it up', async () => {
    const { approver, sitting, failed } = await aPublishedScene(db);
    await anAppeal(db, failed.id);
    await expect(approveBatch(contextOf(approver.actor), sitting.id)).rejects.toMatchObject({ code: 'batch_open_appeals' });
    await sql`update result_appeal set status = 'withdrawn' where candidate_id = ${failed.id}`;
    await expect(approveBatch(contextOf(approver.actor), sitting.id)).resolves.toEqual({ issued: 2 });
  });

  test('while the certificate has no number prefix', async () => {
    const { approver, sitting } = await aPublishedScene(db);
    await sql`update x_certificate_kind set number_prefix = '' where id = ${sitting.xKindId}`;
    await expect(approveBatch(contextOf(approver.actor), sitting.id)).rejects.toMatchObject({ code: 'kind_prefix_missing' });
    expect(await certificatesOf(sitting.id)).toHaveLength(0);
  });
});

test('fifty clicks at once issue one set of certificates, and one event says so', async () => {
  const { approver, sitting } = await aPublishedScene(db);
  const answers = await Promise.all(Array.from({ length: 50 }, () => approveBatch(contextOf(approver.actor), sitting.id)));
  expect(answers.map(({ issued }) => issued).sort()).toEqual([...Array(49).fill(0), 2]);
  expect(await certificatesOf(sitting.id)).toHaveLength(2);
  expect(await sql`select 1 from event where name = 'sitting.approved' and subject_id = ${sitting.id}`).toHaveLength(1);
  expect((await sql`select count(*)::int as n from certificate where x_kind_id = ${sitting.xKindId}`)[0]).toEqual({ n: 2 });
});

test('sittings of one certificate approved at once never share a number; one that the registry holds is passed over', async () => {
  const scenes = [await aPublishedScene(db)];
  const xKindId = scenes[0]?.sitting.xKindId ?? '';
  for (let at = 0; at < 5; at += 1) scenes.push(await aPublishedScene(db, { xKindId }));
  const [kind] = await sql`select number_prefix from x_certificate_kind where id = ${xKindId}`;
  const taken = `${kind?.number_prefix}-20261000003`;
  const owner = testDatabase().owner();
  await owner`insert into certificate (id, person_id, family, name, number, issuer, issued_on, status, source, created_at)
    values (gen_random_uuid(), ${scenes[0]?.first.personId ?? ''}, 'x_certificate', '旧证', ${taken}, '演示', '2025-01-01', 'submitted', 'person', now())`;
  await Promise.all(scenes.map(({ approver, sitting }) => approveBatch(contextOf(approver.actor), sitting.id)));
  const numbers = (await sql`select number from certificate where x_kind_id = ${xKindId} order by number`).map(({ number }) => number);
  expect(numbers).toHaveLength(12);
  expect(new Set(numbers).size).toBe(12);
  expect(numbers).not.toContain(taken);
  expect(numbers.at(-1)).toBe(`${kind?.number_prefix}-20261000013`);
});
