import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { lecturer } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import type { Action } from '../shared/policy';
import { type LecturerRow, lockLecturer, moveFrom } from './find-lecturer.server';
import type { lecturerInput } from './inputs';
import { personNamed } from './known-person.server';

type Facts = z.output<ReturnType<typeof lecturerInput>>;

const editingAction = (row: LecturerRow): Action => (row.organisationId === null ? 'lecturer.enter' : 'lecturer.propose');
const COMPARED = ['kind', 'name', 'employer', 'qualification'] as const;

/**
 * Mends what is said of somebody: a proposal that waits or came back is handed in again with it; a commission's expert
 * stays approved. An approved lecturer of a provider is not rewritten: what was approved stands.
 */
export const editLecturer = (ctx: Context, lecturerId: string, input: Facts): Promise<void> =>
  operation(ctx, 'lecturer.edited', async (op) => {
    const asked = op.actor.kind === 'user' && op.actor.role === 'provider_staff' ? 'lecturer.propose' : 'lecturer.enter';
    const row = await lockLecturer(op, lecturerId, editingAction, asked);
    const own = row.organisationId === null;
    const status = own && row.status === 'approved' ? row.status : moveFrom(row.status, 'edit');
    // Nothing typed: the person stays whom she was found to be.
    const personId = input.idNumber === '' ? row.personId : await personNamed(op.tx, input);
    const changed: string[] = COMPARED.filter((name) => input[name] !== row[name]);
    if (input.fields.join() !== row.fields.join()) changed.push('fields');
    if (personId !== row.personId) changed.push('person');
    if (changed.length === 0 && status === row.status) return op.unchanged(undefined);
    const { kind, name, employer, qualification, fields } = input;
    const again = own ? {} : { submittedAt: op.now, submittedBy: op.actor.kind === 'user' ? op.actor.accountId : null };
    await op.tx
      .update(lecturer)
      .set({ kind, name, employer, qualification, fields, personId, status, decisionReason: null, ...again })
      .where(eq(lecturer.id, lecturerId));
    await op.record({ subject: { type: 'lecturer', id: lecturerId }, data: { fields: changed } });
    if (!own && row.status === 'returned') {
      const { districtCode } = row;
      await op.recordAs('lecturer.proposed', { subject: { type: 'lecturer', id: lecturerId }, data: { kind, fields, districtCode } });
    }
  });
