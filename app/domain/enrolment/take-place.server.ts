import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { newId } from '../shared/id';
import type { Context } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { NotFound, Refusal } from '../shared/refusals';
import { attribution, institutionAnswerDueOn } from './attribution';
import type { EnrolmentStatus, InstitutionAnswer } from './enrolment';
import { enrolmentFacts } from './facts.server';
import { type Facts, judge, liveOf, type Wish } from './judgement';
import { lockSeats, type SeatClass } from './lock-seats.server';
import { offerFreeSeats } from './offer-free-seats.server';
import { newcomerTakesSeat } from './seats';

export interface Place {
  id: string;
  status: EnrolmentStatus;
  queuePlace: number | null;
  /** False when a live enrolment was there already: a second click, a repeated form. */
  isNew: boolean;
}

export interface Applicant extends Wish {
  classId: string;
  personId: string;
  /** Account of the institution administrator; null when she enrols herself. */
  nominatedBy: string | null;
  needsLodging: boolean;
  remark: string;
}

/** Persons are locked before classes, so that two requests of one person are judged one after the other. */
export const lockPerson = (tx: Tx, personId: string) => tx.execute(sql`select 1 from person where id = ${personId} for no key update`);

/** Person first, then all facts: a statement sees what committed before it began, so the two cannot be one. */
async function factsUnderLock(tx: Tx, { classId, personId }: Applicant, now: Date): Promise<Facts> {
  await lockPerson(tx, personId);
  const [facts] = await enrolmentFacts(tx, [classId], [personId], now);
  if (!facts?.published) throw new NotFound();
  return facts;
}

/** A post that she has left is refused with its reason; one of somebody else does not exist for her. */
async function requireOwnPost(tx: Tx, { engagementId, personId }: Applicant, { posts }: Facts): Promise<void> {
  if (engagementId === null || posts.some((post) => post.engagementId === engagementId)) return;
  const own = await tx.execute(sql`select 1 from engagement where id = ${engagementId} and person_id = ${personId}`);
  if (own.length === 0) throw new NotFound();
}

/**
 * A seat, or a place in the queue. What needs no lock on the class is checked before it is taken; the window is
 * looked at again under it.
 * @returns the place and, for a new one, what to write to the log while the lock is still held
 * @throws NotFound, Refusal with the reason
 */
export async function takePlace(
  ctx: Context & { tx: Tx },
  applicant: Applicant,
  record: (place: Place) => Promise<unknown>,
): Promise<Place> {
  const { tx, now } = ctx;
  const facts = await factsUnderLock(tx, applicant, now);
  await requireOwnPost(tx, applicant, facts);
  const live = liveOf(facts);
  if (live && live.status !== 'passed') {
    const [row] = await tx.execute<{ queue_place: number | null }>(sql`select queue_place from enrolment where id = ${live.id}`);
    return { id: live.id, status: live.status, queuePlace: row?.queue_place ?? null, isNew: false };
  }
  const refuseUnlessFits = (clock = facts.clock) => {
    const answer = judge(facts, applicant, now, clock);
    if (!answer.ok) throw new Refusal(answer.code, { params: answer.params });
    return answer;
  };
  refuseUnlessFits();
  const held = await lockSeats(tx, applicant.classId, now);
  const group = held.hasExpired ? await offerFreeSeats(ctx, held) : held;
  const { post, category, isPreService } = refuseUnlessFits(group);

  const seated = newcomerTakesSeat(group.capacity, group.seatsTaken, group.waitingCount);
  const place: Place = {
    id: newId(),
    status: seated ? 'applied' : 'waitlisted',
    queuePlace: seated ? null : group.lastQueuePlace + 1,
    isNew: true,
  };
  const answer: InstitutionAnswer = post === null ? 'not_needed' : applicant.nominatedBy ? 'confirmed' : 'pending';
  const counted = attribution(post, answer, facts.districtCode);
  const at = now.toISOString();
  const dueOn = answer === 'pending' ? institutionAnswerDueOn(beijingDate(now), group.enrolUntilOn) : null;
  const answered = applicant.nominatedBy ? at : null;
  await Promise.all([
    tx.execute(sql`
      with place as (${bookPlace(group, seated)})
      insert into enrolment (id, class_id, person_id, status, category, role, is_pre_service, institution_id, district_code, operator_type,
        institution_answer, institution_answer_due_on, institution_answered_at, institution_answered_by, nominated_by, queue_place,
        needs_lodging, remark, created_at, updated_at)
      select ${place.id}::uuid, id, ${applicant.personId}::uuid, ${place.status}, ${category}, ${counted.role}, ${isPreService}::boolean, ${counted.institutionId}::uuid,
        ${counted.districtCode}, ${counted.operatorType}, ${answer}, ${dueOn}::date, ${answered}::timestamptz, ${applicant.nominatedBy}::uuid,
        ${applicant.nominatedBy}::uuid, ${place.queuePlace}::int, ${applicant.needsLodging}::boolean, ${applicant.remark}, ${at}::timestamptz, ${at}::timestamptz
      from place`),
    record(place),
  ]);
  return place;
}

/** The check of the table keeps the seats inside the capacity, whatever the program believes. */
const bookPlace = ({ id }: SeatClass, seated: boolean) =>
  seated
    ? sql`update training_class set seats_taken = seats_taken + 1 where id = ${id} returning id`
    : sql`update training_class set waiting_count = waiting_count + 1, last_queue_place = last_queue_place + 1 where id = ${id} returning id`;
