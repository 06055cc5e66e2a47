import { enterPerson } from '../person/enter-person.server';
import { isId } from '../shared/id';
import type { IdType } from '../shared/identity';
import { type Context, operation } from '../shared/operation.server';
import { isExpected, NotFound, Refusal, type RefusalCode, type RefusalParams } from '../shared/refusals';
import { organisationOf } from './find-sitting.server';
import { type Seat, takeSeat } from './take-seat.server';

/** A society learner registers herself. Asking again gives the seat she has. */
export function registerMyself(ctx: Context, sittingId: string): Promise<Seat> {
  return operation(ctx, 'candidate.registered', async (op) => {
    const personId = op.actor.kind === 'user' ? op.actor.personId : null;
    // An account whose claim on a known person still waits has no person to register yet.
    if (op.actor.kind === 'user' && op.actor.role === 'trainee' && personId === null) throw new Refusal('claim_pending');
    op.require('candidate.register_self', { personId });
    if (personId === null || !isId(sittingId)) throw new NotFound();
    return takeSeat(op, { sittingId, personId, collegeId: null });
  });
}

interface StudentEntry {
  line: number;
  name: string;
  idType: IdType;
  /** In clear, already checked. */
  idNumber: string;
}

export interface Registered {
  line: number;
  name: string;
  seat: Seat | null;
  refusal: { code: RefusalCode; params: RefusalParams } | null;
}

/**
 * A college registers several of its students. Each is taken or refused on her own, by name: one transaction each, so
 * that one who may not come costs nobody else a seat.
 * @throws Forbidden for a provider that is no college
 */
export async function registerStudents(ctx: Context, sittingId: string, students: readonly StudentEntry[]): Promise<Registered[]> {
  const collegeId = organisationOf(ctx.actor, 'candidate.register');
  if (!isId(sittingId)) throw new NotFound();
  const answers: Registered[] = [];
  for (const student of students) {
    const { line, name } = student;
    try {
      answers.push({ line, name, seat: await registerOne(ctx, sittingId, collegeId, student), refusal: null });
    } catch (error) {
      if (!(isExpected(error) && error instanceof Refusal)) throw error;
      answers.push({ line, name, seat: null, refusal: { code: error.code, params: error.params } });
    }
  }
  return answers;
}

function registerOne(ctx: Context, sittingId: string, collegeId: string, { line: _line, ...student }: StudentEntry): Promise<Seat> {
  return operation(ctx, 'candidate.registered', async (op) => {
    op.require('candidate.register', { organisationId: collegeId });
    const { person, isNew } = await enterPerson(op, { ...student, isPreService: true });
    if (!isNew && person.name !== student.name) throw new Refusal('person_name_differs');
    return takeSeat(op, { sittingId, personId: person.id, collegeId });
  });
}
