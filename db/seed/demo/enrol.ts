import { attribution, enrolmentCategory, institutionAnswerDueOn } from '~/domain/enrolment/attribution';
import { type EnrolmentStatus, holdsSeat, type InstitutionAnswer } from '~/domain/enrolment/enrolment';
import { offerDeadline } from '~/domain/enrolment/offer-deadline';
import type { EngagementRole } from '~/domain/person/person';
import { newId } from '~/domain/shared/id';
import { beijingDate, HOUR, MINUTE } from '~/domain/shared/period';
import { daysLater } from './classes';
import type { EnrolmentRow, Member, SeedClass, Voice, World } from './world';

export interface EnrolPlan {
  /** Where the enrolment stands now; `attending` and what follows come later by conclude. */
  status: EnrolmentStatus;
  at: Date;
  answer?: InstitutionAnswer;
  /** The post that somebody with two of them enrols from. */
  role?: EngagementRole;
  /** Entered by the institution instead of herself. */
  nominated?: boolean;
  offeredAt?: Date;
  reason?: string;
  remark?: string;
  tell?: boolean;
}

const QUEUED: readonly EnrolmentStatus[] = ['waitlisted', 'offered', 'lapsed', 'declined'];
const DECIDED: readonly EnrolmentStatus[] = ['approved', 'attending', 'rejected', 'withdrawn'];

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** Who speaks for a trainee: her demo account, else her person's record. */
export const voiceOfMember = (world: World, member: Member): Voice => ({
  accountId: world.rows.account.find((account) => account.personId === member.person.id)?.id ?? member.person.id,
  role: 'trainee',
  organisationId: null,
});

/** Puts a person into a class: the row, the class's counters, and the events that led there. */
export function enrol(world: World, held: SeedClass, member: Member, plan: EnrolPlan): EnrolmentRow {
  const { row: group, course } = held;
  const isPreService = member.institution === null;
  const answer = plan.answer ?? (member.institution ? 'confirmed' : 'not_needed');
  const role = plan.role ?? member.role;
  const engagement =
    member.institution && role
      ? {
          role,
          institutionId: member.institution.id,
          districtCode: member.institution.districtCode ?? null,
          operatorType: member.institution.operatorType ?? null,
        }
      : null;
  const counted = attribution(engagement, answer, course.provider.districtCode ?? null);
  const isQueued = QUEUED.includes(plan.status);
  if (holdsSeat(plan.status)) group.seatsTaken = (group.seatsTaken ?? 0) + 1;
  if (plan.status === 'waitlisted') group.waitingCount = (group.waitingCount ?? 0) + 1;
  if (isQueued) group.lastQueuePlace = (group.lastQueuePlace ?? 0) + 1;
  // Whoever came today has been answered within the hour.
  const answeredAt = earlier(daysLater(plan.at, 1), new Date(world.now.getTime() - 40 * MINUTE));
  const decidedAt = earlier(daysLater(plan.at, 2), new Date(world.now.getTime() - 20 * MINUTE));
  const isAnswered = answer === 'confirmed' || answer === 'refused';
  const isDecided = DECIDED.includes(plan.status);
  const row: EnrolmentRow = {
    id: newId(),
    classId: group.id,
    personId: member.person.id,
    status: plan.status,
    category: enrolmentCategory(course.row.categories, counted.role, isPreService) ?? 'other',
    isPreService,
    ...counted,
    institutionAnswer: answer,
    institutionAnswerDueOn: member.institution ? institutionAnswerDueOn(beijingDate(plan.at), group.enrolUntilOn) : null,
    institutionAnsweredAt: isAnswered ? answeredAt : null,
    institutionAnsweredBy: isAnswered && member.institution ? world.voiceOf(member.institution.id).accountId : null,
    nominatedBy: plan.nominated && member.institution ? world.voiceOf(member.institution.id).accountId : null,
    queuePlace: isQueued ? (group.lastQueuePlace ?? null) : null,
    offeredAt: plan.offeredAt ?? null,
    offerExpiresAt: plan.offeredAt ? offerDeadline(plan.offeredAt, group.startsAt) : null,
    remark: plan.remark ?? '',
    reason: plan.reason ?? null,
    decidedAt: isDecided ? decidedAt : null,
    decidedBy: isDecided && plan.status !== 'withdrawn' ? world.voiceOf(group.providerId).accountId : null,
    createdAt: plan.at,
    updatedAt: isDecided ? decidedAt : plan.at,
  };
  world.rows.enrolment.push(row);
  held.enrolments.push({ row, member, marks: [], scores: [] });
  for (const day of new Set(held.lessons.map((lesson) => lesson.heldOn))) member.busy.add(day);
  const year = group.startsOn.slice(0, 4);
  member.classes.set(year, (member.classes.get(year) ?? 0) + 1);
  tell(world, held, member, row, plan, { answeredAt, decidedAt });
  return row;
}

function tell(
  world: World,
  held: SeedClass,
  member: Member,
  row: EnrolmentRow,
  plan: EnrolPlan,
  { answeredAt, decidedAt }: { answeredAt: Date; decidedAt: Date },
): void {
  const subject = { type: 'enrolment', id: row.id };
  const ids = { classId: row.classId, personId: row.personId };
  const institution = member.institution ? world.voiceOf(member.institution.id) : null;
  const provider = world.voiceOf(held.row.providerId);
  const trainee = voiceOfMember(world, member);
  const by = (voice: Voice | null, at: Date) => ({ voice, at, tell: plan.tell ?? false });
  const queuePlace = row.queuePlace ?? null;
  const asked = { ...ids, status: queuePlace === null ? 'applied' : 'waitlisted', queuePlace };
  if (plan.nominated && institution) world.say('enrolment.nominated', subject, by(institution, plan.at), asked);
  else world.say('enrolment.requested', subject, by(trainee, plan.at), asked);
  if (row.institutionAnswer === 'confirmed' && !plan.nominated) world.say('enrolment.confirmed', subject, by(institution, answeredAt), ids);
  if (plan.offeredAt && row.offerExpiresAt) {
    const expiresAt = row.offerExpiresAt.toISOString();
    world.say('enrolment.offered', subject, by(null, plan.offeredAt), { ...ids, expiresAt });
    if (plan.status === 'lapsed')
      world.say('enrolment.offer_lapsed', subject, by(null, new Date(row.offerExpiresAt.getTime() + MINUTE)), ids);
    if (plan.status === 'declined')
      world.say('enrolment.offer_declined', subject, by(trainee, new Date(plan.offeredAt.getTime() + HOUR)), ids);
    return;
  }
  if (plan.status === 'approved' || plan.status === 'attending') {
    const unconfirmed = row.institutionAnswer === 'silent';
    world.say('enrolment.approved', subject, by(provider, decidedAt), { ...ids, unconfirmed });
  }
  if (plan.status === 'rejected') world.say('enrolment.rejected', subject, by(provider, decidedAt), { ...ids, reason: plan.reason ?? '' });
  if (plan.status === 'withdrawn') {
    world.say('enrolment.withdrawn', subject, by(trainee, decidedAt), { ...ids, by: 'self', reason: plan.reason ?? '' });
  }
}
