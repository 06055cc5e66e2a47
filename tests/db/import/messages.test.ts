import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { event, notification } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { listInbox } from '~/domain/notification/queries.server';
import { testDatabase } from '../../support/database';
import { asJob, checked, takenBack, written } from '../../support/importing';

const { db } = testDatabase();

test('the end of an import is told where its uploader reads, with what was written and what was not; so is its taking back', async () => {
  const officer = await aMember(db, 'district_officer', await aCommission(db, 'district'));
  if (officer.actor.kind !== 'user') throw new Error('not somebody');
  const who = await aPerson(db);
  await anEngagement(db, { personId: who.id });
  const head = ['姓名', '身份证号', '证书类别', '证书名称', '证书编号', '发证日期', '发证机构'];
  const line = (idNumber: string, number: string) => [
    who.name,
    idNumber,
    '卫生保健培训合格证',
    '卫生保健培训合格证',
    number,
    '2022-05-06',
    '演示区妇幼保健院',
  ];
  const { id } = await checked(officer.actor, 'certificates', [head, line(who.idNumber, 'WS-1'), line('119900', 'WS-2')]);
  await written(officer.actor, id);
  const tell = async (name: string) => {
    const [happened] = await db
      .select()
      .from(event)
      .where(and(eq(event.name, name), eq(event.subjectId, id)));
    if (!happened) throw new Error(`no ${name}`);
    await deliverMessages(asJob(), happened);
    await deliverMessages(asJob(), happened);
  };
  await tell('import.committed');
  await takenBack(officer.actor, id);
  await tell('import.undone');
  const { rows } = await listInbox(officer.actor, { limit: 10, offset: 0, unreadOnly: true });
  expect(rows.map(({ kind, link }) => [kind, link])).toEqual(
    expect.arrayContaining([
      ['import_finished', `/imports/${id}`],
      ['import_undone', `/imports/${id}`],
    ]),
  );
  const [finished] = await db.select().from(notification).where(eq(notification.kind, 'import_finished'));
  expect(finished?.params).toEqual({ file: '演示.xlsx', written: 1, left: 1 });
});
