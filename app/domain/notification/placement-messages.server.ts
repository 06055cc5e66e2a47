import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type EventFacts, text } from './enrolment-messages.server';
import type { Message, MessageParams, Recipient } from './message';
import type { NotificationKind } from './notification';

export const PLACEMENT_EVENTS = [
  'placement.batch_proposed',
  'placement.accepted',
  'placement.declined',
  'placement.broken_off',
  'placement.extended',
  'placement.checks_reminded',
  'placement.assessed',
  'placement.finished',
  'placement.taken_on',
];

interface Facts extends Record<string, unknown> {
  id: string;
  personId: string;
  collegeId: string;
  institutionId: string;
  assessedByCollege: boolean;
  assessedByInstitution: boolean;
}

/** What colleges, institutions and students are told of a placement. */
export async function placementMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  if (event.name === 'placement.batch_proposed') return batchMessages(tx, event);
  if (event.name === 'placement.checks_reminded') return checkMessages(event);
  const [found] = await tx.execute<Facts & { params: MessageParams }>(sql`
    select p.id, p.person_id as "personId", p.college_id as "collegeId", p.institution_id as "institutionId",
      p.college_points is not null as "assessedByCollege", p.institution_points is not null as "assessedByInstitution",
      jsonb_build_object('student', w.name, 'college', c.name, 'institution', i.name, 'from', p.from_on, 'until', p.until_on,
        'mentor', coalesce(nullif(p.institution_mentor, ''), '—'), 'ended', coalesce(p.ended_on::text, '—'), 'result', coalesce(p.result, '')) as params
    from placement p join person w on w.id = p.person_id join organisation c on c.id = p.college_id join organisation i on i.id = p.institution_id
    where p.id = ${event.subjectId}`);
  if (!found) return [];
  const params = { ...found.params, reason: text(event.data.reason) || '—' };
  return addressed(event, found).map(({ kind, to, link }) => ({ kind, to, params, link }));
}

type Addressed = { kind: NotificationKind; to: Recipient; link: string };

function addressed(event: EventFacts, facts: Facts): Addressed[] {
  const college = (kind: NotificationKind): Addressed => ({
    kind,
    to: { organisationId: facts.collegeId },
    link: `/provider/placements/${facts.id}`,
  });
  const institution = (kind: NotificationKind): Addressed => ({
    kind,
    to: { organisationId: facts.institutionId },
    link: `/institution/placements/${facts.id}`,
  });
  const student = (kind: NotificationKind): Addressed => ({ kind, to: { personId: facts.personId }, link: `/me/placements/${facts.id}` });
  switch (event.name) {
    case 'placement.accepted':
      return [college('placement_accepted'), student('placement_accepted')];
    case 'placement.declined':
      return [college('placement_declined')];
    case 'placement.broken_off':
      return [(event.data.by === 'college' ? institution : college)('placement_broken_off'), student('placement_broken_off')];
    case 'placement.extended':
      return [institution('placement_extended'), student('placement_extended')];
    case 'placement.assessed':
      if (event.data.by === 'college') return facts.assessedByInstitution ? [] : [institution('placement_assessment_asked')];
      return [college(facts.assessedByCollege ? 'placement_assessed' : 'placement_assessment_asked')];
    case 'placement.finished':
      return [institution('placement_finished'), student('placement_finished')];
    case 'placement.taken_on':
      return [college('placement_taken_on'), student('placement_taken_on')];
    default:
      return [];
  }
}

async function batchMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [college] = await tx.execute<{ name: string }>(sql`select name from organisation where id = ${event.subjectId}`);
  const { placementIds } = event.data;
  const students = Array.isArray(placementIds) ? placementIds.length : 0;
  const to = { organisationId: text(event.data.institutionId) };
  return [{ kind: 'placement_proposed', to, params: { college: college?.name ?? '', students }, link: '/institution/placements' }];
}

const checkMessages = (event: EventFacts): Message[] => [
  {
    kind: 'placement_weeks_waiting',
    to: { organisationId: event.subjectId },
    params: { weeks: Number(event.data.weeks) || 0 },
    link: event.data.side === 'college' ? '/provider/placements' : '/institution/placements',
  },
];
