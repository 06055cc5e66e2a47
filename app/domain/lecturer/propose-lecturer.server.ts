import type { z } from 'zod';
import { lecturer } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden, Refusal } from '../shared/refusals';
import { settingOf } from '../shared/settings.server';
import type { expertInput, lecturerInput } from './inputs';
import { personNamed } from './known-person.server';
import { lastDayOf } from './lecturer';

type Proposal = z.output<ReturnType<typeof lecturerInput>>;
type Expert = z.output<ReturnType<typeof expertInput>>;
type Author = { organisation: { id: string; districtCode: string | null }; accountId: string };

function authorOf(op: Operation<'lecturer.proposed' | 'lecturer.entered'>, action: 'lecturer.propose' | 'lecturer.enter'): Author {
  if (!hasLine(op.actor, action) || op.actor.kind !== 'user' || !op.actor.organisation) throw new Forbidden();
  return { organisation: op.actor.organisation, accountId: op.actor.accountId };
}

const base = (op: { now: Date }, input: Proposal, personId: string | null, accountId: string) => ({
  id: newId(),
  kind: input.kind,
  name: input.name,
  personId,
  employer: input.employer,
  fields: input.fields,
  qualification: input.qualification,
  submittedAt: op.now,
  submittedBy: accountId,
  createdAt: op.now,
});

/** A provider names somebody who is to teach; its district decides, the city for a city-level provider. @returns her id */
export const proposeLecturer = (ctx: Context, input: Proposal): Promise<string> =>
  operation(ctx, 'lecturer.proposed', async (op) => {
    const { organisation, accountId } = authorOf(op, 'lecturer.propose');
    op.require('lecturer.propose', { organisationId: organisation.id });
    const row = base(op, input, await personNamed(op.tx, input), accountId);
    const { districtCode } = organisation;
    await op.tx.insert(lecturer).values({ ...row, organisationId: organisation.id, districtCode, status: 'submitted' });
    await op.record({ subject: { type: 'lecturer', id: row.id }, data: { kind: input.kind, fields: input.fields, districtCode } });
    return row.id;
  });

/** A commission's own expert for its area, approved at once. @throws Refusal for an end before today */
export const enterExpert = (ctx: Context, { approvedUntilOn, ...input }: Expert): Promise<string> =>
  operation(ctx, 'lecturer.entered', async (op) => {
    const { organisation, accountId } = authorOf(op, 'lecturer.enter');
    const { districtCode } = organisation;
    op.require('lecturer.enter', { organisationId: null, districtCode });
    const today = beijingDate(op.now);
    const untilOn = approvedUntilOn ?? lastDayOf(today, await settingOf(op.tx, 'lecturer_approval_years'));
    if (untilOn < today) throw new Refusal('lecturer_until_past', { field: 'approvedUntilOn' });
    const row = base(op, input, await personNamed(op.tx, input), accountId);
    const approval = { approvedFromOn: today, approvedUntilOn: untilOn, decidedAt: op.now, decidedBy: accountId };
    await op.tx.insert(lecturer).values({ ...row, ...approval, districtCode, status: 'approved' });
    await op.record({ subject: { type: 'lecturer', id: row.id }, data: { kind: input.kind, fields: input.fields, untilOn } });
    return row.id;
  });
