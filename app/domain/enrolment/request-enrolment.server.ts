import { isId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { NotFound, Refusal } from '../shared/refusals';
import { type Place, takePlace } from './take-place.server';

export interface EnrolmentRequest {
  classId: string;
  engagementId: string | null;
  preService: boolean;
  needsLodging: boolean;
  remark: string;
}

/**
 * A trainee enrols herself: she gets a seat, or a place in the queue. Asking again gives the enrolment she has.
 * @throws Refusal with the reason why she may not
 */
export function requestEnrolment(ctx: Context, request: EnrolmentRequest): Promise<Place> {
  return operation(ctx, 'enrolment.requested', async (op) => {
    const personId = op.actor.kind === 'user' ? op.actor.personId : null;
    const { classId } = request;
    // An account whose claim on a known person still waits has no person to enrol yet.
    if (op.actor.kind === 'user' && op.actor.role === 'trainee' && personId === null) throw new Refusal('claim_pending');
    op.require('enrolment.request', { personId });
    if (personId === null || !isId(classId) || (request.engagementId !== null && !isId(request.engagementId))) throw new NotFound();
    const applicant = { ...request, personId, institutionId: null, overrideReason: null, nominatedBy: null };
    const place = await takePlace(op.ctx, applicant, ({ id, status, queuePlace }) =>
      op.record({ subject: { type: 'enrolment', id }, data: { classId, personId, status, queuePlace } }),
    );
    return place.isNew ? place : op.unchanged(place);
  });
}
