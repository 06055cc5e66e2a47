import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '#db/client';
import { guidanceFinding, guidanceVisit, organisation } from '#db/schema';
import { type EventFacts, text } from './enrolment-messages.server';
import type { Message, MessageParams } from './message';
import type { NotificationKind } from './notification';

export const VISIT_EVENTS = ['visit.planned', 'visit.plan_changed', 'visit.cancelled', 'visit.recorded'];

const institution = alias(organisation, 'institution');
const visitor = alias(organisation, 'visitor');
const FACTS = {
  id: guidanceVisit.id,
  institutionId: guidanceVisit.institutionId,
  organisationId: guidanceVisit.organisationId,
  plannedOn: guidanceVisit.plannedOn,
  visitedOn: guidanceVisit.visitedOn,
  purpose: guidanceVisit.purpose,
  institution: institution.name,
  organisation: visitor.name,
};

async function visitFacts(tx: Tx, visitId: string) {
  const [row] = await tx
    .select(FACTS)
    .from(guidanceVisit)
    .innerJoin(institution, eq(institution.id, guidanceVisit.institutionId))
    .innerJoin(visitor, eq(visitor.id, guidanceVisit.organisationId))
    .where(eq(guidanceVisit.id, visitId));
  return row;
}

/** The institution learns of a plan where it is announced, and of every visit that was recorded. */
export async function visitMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const kind = kindOf(event);
  const visit = kind && (await visitFacts(tx, event.subjectId));
  if (!kind || !visit) return [];
  const params: MessageParams = {
    organisation: visit.organisation,
    day: visit.visitedOn ?? (text(event.data.after) || visit.plannedOn),
    before: text(event.data.before),
    purpose: visit.purpose || '—',
    reason: text(event.data.reason) || '—',
    findings: typeof event.data.findings === 'number' ? event.data.findings : 0,
  };
  return [{ kind, to: { organisationId: visit.institutionId }, params, link: `/visits/${visit.id}` }];
}

function kindOf({ name, data }: EventFacts): NotificationKind | null {
  if (name === 'visit.recorded') return 'visit_recorded';
  if (data.isAnnounced !== true) return null;
  if (name === 'visit.planned') return 'visit_planned';
  if (name === 'visit.cancelled') return 'visit_cancelled';
  if (data.wasAnnounced !== true) return 'visit_planned';
  return data.before === data.after ? null : 'visit_moved';
}

const TO_INSTITUTION: Readonly<Record<string, NotificationKind>> = {
  'finding.returned': 'finding_returned',
  'finding.mended': 'finding_mended',
  'finding.extended': 'finding_extended',
  'finding.withdrawn': 'finding_withdrawn',
  'finding.overdue': 'finding_overdue',
};
export const FINDING_EVENTS = ['finding.answered', ...Object.keys(TO_INSTITUTION)];

/** An answer goes to those who visited, a decision to the institution, and a day that has passed to both. */
export async function findingMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [finding] = await tx.select().from(guidanceFinding).where(eq(guidanceFinding.id, event.subjectId));
  const visit = finding && (await visitFacts(tx, finding.visitId));
  if (!visit) return [];
  const params: MessageParams = {
    institution: visit.institution,
    organisation: visit.organisation,
    statement: finding.statement,
    due: text(event.data.after) || text(event.data.mendByOn) || finding.mendByOn,
    reason: text(event.data.reason) || '—',
  };
  const toVisitor = (kind: NotificationKind): Message => ({
    kind,
    to: { organisationId: visit.organisationId },
    params,
    link: `/findings/${finding.id}`,
  });
  if (event.name === 'finding.answered') return [toVisitor('finding_answered')];
  const kind = TO_INSTITUTION[event.name];
  if (!kind) return [];
  const link = `/institution/health-care/findings/${finding.id}`;
  const own: Message = { kind, to: { organisationId: visit.institutionId }, params, link };
  return kind === 'finding_overdue' ? [own, toVisitor('finding_overdue')] : [own];
}
