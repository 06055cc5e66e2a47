import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aFiledAgreement, aProgrammePoint } from '#db/seed/builders/talent';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { beijingDate } from '~/domain/shared/period';
import { confirmAgreement, endAgreement } from '~/domain/talent/decide-agreement.server';
import { returnPoint } from '~/domain/talent/decide-point.server';
import { editPoint } from '~/domain/talent/save-point.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { parties } from './agreement-scene';

const { db, sql } = testDatabase();

test('each party is told what the other did', async () => {
  const { ids, college: actor, institution } = await parties();
  const agreement = await aFiledAgreement(db, { ...ids, status: 'proposed' });
  await confirmAgreement(contextOf(institution), agreement.id, agreement.proposedAt.toISOString());
  await endAgreement(contextOf(actor), agreement.id, { endedOn: beijingDate(now()), reason: '合作结束' });
  const cityHall = await aMember(db, 'city_officer');
  const point = await aProgrammePoint(db, { collegeId: ids.collegeId });
  await returnPoint(contextOf(cityHall.actor), point.id, '文号不符');
  const { status, filedOn, documentNo, endedOn, remark } = point;
  await editPoint(contextOf(actor), point.id, { status, filedOn, documentNo: `${documentNo}（更正）`, endedOn, remark });
  const events =
    await sql`select id, name, subject_id, data from event where name like 'agreement.%' or name like 'point.%' order by seq desc limit 4`;
  for (const { id, name, subject_id, data } of [...events].reverse())
    await deliverMessages({ actor: { kind: 'system', job: 'test' }, now: now() }, { id, name, subjectId: subject_id, data });
  const told =
    await sql`select kind, organisation_id from notification where event_id in ${sql(events.map(({ id }) => id))} order by created_at, kind`;
  expect(new Set(told.map(({ kind, organisation_id }) => `${kind} ${organisation_id}`))).toEqual(
    new Set([
      `agreement_confirmed ${ids.collegeId}`,
      `agreement_ended ${ids.institutionId}`,
      `point_returned ${ids.collegeId}`,
      ...(await sql`select id from organisation where kind = 'commission_city'`).map(({ id }) => `point_waiting ${id}`),
    ]),
  );
});
