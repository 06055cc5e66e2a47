import { and, eq } from 'drizzle-orm';
import { organisation, person, placement, student } from '#db/schema';
import { INTERN_MIN_AGE } from '../../person/person';
import { requireBirth } from '../../person/require-age';
import { organisationOf } from '../../shared/actor';
import { isId, newId } from '../../shared/id';
import { type Context, operation } from '../../shared/operation.server';
import { Forbidden, isExpected, NotFound, Refusal, type RefusalCode, type RefusalParams } from '../../shared/refusals';
import type { StudentLine } from './forms';
import type { ProposalEntry } from './inputs';

interface Proposed {
  studentId: string;
  name: string;
  placementId: string | null;
  refusal: { code: RefusalCode; params: RefusalParams } | null;
}

/**
 * A college proposes students to an institution. Each is taken or refused on her own, by name; the institution gets one
 * message for all of them.
 * @throws Forbidden for a provider that is no college, NotFound for a student of another one, Refusal for days that cannot be
 */
export const proposePlacements = (ctx: Context, { students, ...term }: ProposalEntry): Promise<Proposed[]> =>
  operation(ctx, 'placement.batch_proposed', async (op) => {
    const collegeId = organisationOf(op.actor)?.id;
    if (!collegeId) throw new Forbidden();
    op.require('placement.manage', { organisationId: collegeId });
    requireDays(term);
    const [house] = await op.tx.select().from(organisation).where(eq(organisation.id, term.institutionId));
    if (house?.kind !== 'institution' || house.status !== 'approved' || house.filingStatus === 'cancelled')
      throw new Refusal('institution_unknown', { field: 'institutionId' });
    const answers: Proposed[] = [];
    for (const line of students) {
      const { name } = await ownStudent(op, collegeId, line.studentId);
      try {
        const placementId = await op.tx.transaction((tx) => proposeOne({ ...op.ctx, tx }, collegeId, term, line));
        answers.push({ studentId: line.studentId, name, placementId, refusal: null });
      } catch (error) {
        if (!(isExpected(error) && error instanceof Refusal)) throw error;
        answers.push({ studentId: line.studentId, name, placementId: null, refusal: { code: error.code, params: error.params } });
      }
    }
    const placementIds = answers.flatMap((answer) => answer.placementId ?? []);
    if (placementIds.length === 0) return op.unchanged(answers);
    const { institutionId } = term;
    await op.record({ subject: { type: 'organisation', id: collegeId }, data: { institutionId, placementIds } });
    return answers;
  });

async function ownStudent(op: { tx: Context['tx'] & {} }, collegeId: string, studentId: string) {
  if (!isId(studentId)) throw new NotFound();
  const [found] = await op.tx
    .select({ student, name: person.name, bornOn: person.bornOn })
    .from(student)
    .innerJoin(person, eq(person.id, student.personId))
    .where(and(eq(student.id, studentId), eq(student.collegeId, collegeId)));
  if (!found) throw new NotFound();
  return found;
}

/** @throws Refusal where the last day lies before the first */
export function requireDays({ fromOn, untilOn }: { fromOn: string; untilOn: string }): void {
  if (untilOn < fromOn) throw new Refusal('placement_days', { field: 'untilOn' });
}

type Term = Omit<ProposalEntry, 'students'>;

const proposeOne = (ctx: Context, collegeId: string, term: Term, line: StudentLine): Promise<string> =>
  operation(ctx, 'placement.proposed', async (op) => {
    const { studentId, agreementNo, insuranceNo, guardianConsent } = line;
    const { student: row, bornOn } = await ownStudent(op, collegeId, studentId);
    if (row.status !== 'studying') throw new Refusal('student_not_studying');
    if (agreementNo === '') throw new Refusal('placement_agreement_missing');
    requireBirth(bornOn, INTERN_MIN_AGE, term.fromOn, 'students');
    const id = newId();
    const proposedBy = op.actor.kind === 'user' ? op.actor.accountId : row.id;
    const facts = { ...term, agreementNo, insuranceNo, guardianConsent };
    const made = { id, studentId, personId: row.personId, collegeId, status: 'proposed' as const, proposedAt: op.now, proposedBy };
    const [added] = await op.tx
      .insert(placement)
      .values({ ...facts, ...made, isDemo: row.isDemo })
      .onConflictDoNothing({ target: [placement.collegeId, placement.agreementNo] })
      .returning({ id: placement.id });
    if (!added) throw new Refusal('placement_agreement_taken', { params: { number: agreementNo } });
    const { personId } = row;
    await op.record({ subject: { type: 'placement', id }, data: { personId, institutionId: term.institutionId } });
    return id;
  });
