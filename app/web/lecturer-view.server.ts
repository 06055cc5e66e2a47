import { lecturerSatisfaction } from '~/domain/completion/feedback-figures.server';
import { lecturerHistory } from '~/domain/lecturer/history';
import type { LecturerView } from '~/domain/lecturer/lecturer-view';
import { LESSONS_PER_PAGE, listLecturerLessons, loadOf } from '~/domain/lecturer/load.server';
import { getLecturer, listSame } from '~/domain/lecturer/queries.server';
import type { UserActor } from '~/domain/shared/actor';
import { eventsOf } from '~/domain/shared/event-queries.server';
import { settingNow } from '~/domain/shared/settings.server';
import { now } from '~/platform/clock.server';

/** Everything that the page of one lecturer shows, to the provider and to the commission. */
export async function lecturerView(actor: UserActor, lecturerId: string, page: number): Promise<LecturerView> {
  const at = now();
  const found = await getLecturer(actor, lecturerId, at);
  const own = actor.role !== 'provider_staff' || found.organisationId === actor.organisation?.id;
  const [same, load, lessons, satisfaction, events, years] = await Promise.all([
    own ? listSame(actor, found) : [],
    loadOf(actor, found.id, at),
    listLecturerLessons(actor, found.id, { limit: LESSONS_PER_PAGE, offset: (page - 1) * LESSONS_PER_PAGE }),
    lecturerSatisfaction(actor, found.id),
    own ? eventsOf({ type: 'lecturer', id: found.id }) : [],
    settingNow('lecturer_approval_years'),
  ]);
  // Everything but her record and the accounts behind the decisions.
  const { id, kind, name, organisationId, organisation, districtCode, employer, fields, qualification, status, standing } = found;
  const { renewalAsked, approvedFromOn, approvedUntilOn, proposedUntilOn, decisionReason } = found;
  const { mayDecide, mayReturn, mayEdit, mayRenew, mayWithdraw } = found;
  const about = { id, kind, name, organisationId, organisation, districtCode, employer, fields, qualification };
  const term = { status, standing, renewalAsked, approvedFromOn, approvedUntilOn, proposedUntilOn, decisionReason };
  const acts = { mayDecide, mayReturn, mayEdit, mayRenew, mayWithdraw };
  const known = { isLinked: found.personId !== null, submittedAt: found.submittedAt.toISOString() };
  return {
    lecturer: { ...about, ...term, ...acts, ...known },
    same,
    load,
    lessons: { ...lessons, page, pageSize: LESSONS_PER_PAGE },
    satisfaction,
    history: lecturerHistory(events).map((entry) => ({ ...entry, at: entry.at.toISOString() })),
    years,
    asOf: at.toISOString(),
  };
}
