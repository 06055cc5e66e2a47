import type { Readable } from 'node:stream';
import { and, eq } from 'drizzle-orm';
import { course, organisation, trainingClass } from '#db/schema';
import type { Language } from '~/i18n/languages';
import { decryptField } from '~/platform/crypto.server';
import { listStanding } from '../certificate/standing.server';
import { isId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import { listHeldLessons, listLedgerPeople } from './ledger-queries.server';
import type { ClassLedger } from './ledgers';
import { writeLedger } from './write-ledger.server';

export interface LedgerRequest {
  classId: string;
  ledger: ClassLedger;
  language: Language;
  /** Why full identity and phone numbers are needed; null leaves them masked. */
  unmaskReason: string | null;
}

/**
 * A ledger of the provider's own class as a workbook, logged with its rows. Numbers are masked unless a reason is
 * given, which is logged, too.
 */
export function exportClass(
  ctx: Context,
  { classId, ledger, language, unmaskReason }: LedgerRequest,
): Promise<{ fileName: string; body: Readable }> {
  return operation(ctx, 'export.made', async (op) => {
    if (!hasLine(op.actor, 'class.manage')) throw new Forbidden();
    const providerId = op.actor.kind === 'user' ? op.actor.organisation?.id : undefined;
    if (!isId(classId) || !providerId) throw new NotFound();
    const [group] = await op.tx
      .select({
        id: trainingClass.id,
        code: trainingClass.code,
        term: trainingClass.term,
        place: trainingClass.place,
        course: course.title,
        provider: organisation.name,
        contact: course.contactName,
        phone: course.contactPhone,
      })
      .from(trainingClass)
      .innerJoin(course, eq(course.id, trainingClass.courseId))
      .innerJoin(organisation, eq(organisation.id, trainingClass.providerId))
      .where(and(eq(trainingClass.id, classId), eq(trainingClass.providerId, providerId)));
    if (!group) throw new NotFound();
    op.require('class.manage', { organisationId: providerId });
    if (unmaskReason !== null) {
      op.require('person.unmask', { organisationId: providerId });
      if (unmaskReason.trim() === '') throw new Refusal('reason_required', { field: 'reason' });
    }
    const found = await listLedgerPeople(op.tx, classId, ledger);
    const certificates = ledger === 'enrolments' ? await listStanding(op.tx, found, op.now) : null;
    const people = found.map((row) => ({
      ...row,
      certificates: certificates?.get(row.personId) ?? [],
      idNumber: unmaskReason === null ? row.idNumberMasked : decryptField(row.idNumberEncrypted, 'person.id_number'),
      phone: unmaskReason === null || !row.phoneEncrypted ? (row.phoneMasked ?? '') : decryptField(row.phoneEncrypted, 'person.phone'),
    }));
    const lessons = ledger === 'sign-in-sheet' ? await listHeldLessons(op.tx, classId) : [];
    const rows = ledger === 'sign-in-sheet' ? people.length * lessons.length : people.length;
    const reason = unmaskReason === null ? {} : { unmasked: true, reason: unmaskReason };
    await op.record({ subject: { type: 'class', id: classId }, data: { what: `class.${ledger}`, rows, ...reason } });
    return writeLedger({ ledger, language, group, people, lessons, now: op.now });
  });
}
