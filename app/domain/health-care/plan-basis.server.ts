import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { addDays, beijingDate } from '../shared/period';
import { NotFound } from '../shared/refusals';
import { settingNow } from '../shared/settings.server';
import { findVisitables } from './due-visits.server';
import { findVisitable } from './find-visit.server';
import type { VisitKind } from './visit';
import { getVisit } from './visit-page.server';
import { visitingOrganisation } from './visit-scope.server';
import { listVisitors } from './visits.server';

interface Asked {
  institution?: string;
  /** The visit that is to be followed: its institution is then given. */
  follows?: string;
  q: string;
}

/** What a new plan begins with: the institution and what it follows, or institutions to choose from. @throws NotFound outside the area */
export async function planBasis(actor: UserActor, { institution: institutionId, follows: followsId, q }: Asked, now: Date) {
  const own = visitingOrganisation(actor);
  const followed = followsId === undefined ? null : (await getVisit(actor, followsId, now)).visit;
  if (followed && followed.visitedOn === null) throw new NotFound();
  const chosen = followed?.institutionId ?? institutionId;
  const institution = chosen === undefined ? null : await findVisitable({ tx: db, actor }, chosen);
  const today = beijingDate(now);
  const kind: VisitKind = followed ? 'follow_up' : 'routine';
  const isAnnounced = (await settingNow('visit_announced')) === 1;
  return {
    institution: institution && { id: institution.id, name: institution.name },
    follows: followed && { id: followed.id, visitedOn: followed.visitedOn },
    found: institution ? [] : await findVisitables(actor, q),
    q,
    visitors: await listVisitors(actor),
    plan: { kind, plannedOn: addDays(today, 7), visitorId: own.kind === 'mch_centre' ? null : actor.accountId, purpose: '', isAnnounced },
    today,
  };
}
