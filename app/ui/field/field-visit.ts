import type { ChecklistVersion } from '~/domain/health-care/checklist';
import type { CheckMark, VisitKind } from '~/domain/health-care/visit';
import type { FoundOnVisit, VisitRecord } from '~/domain/health-care/visit-record';

export interface FieldMark {
  mark: CheckMark | null;
  note: string;
}

/** The picture itself lies in a store of its own, under the same id. */
export interface FieldPhoto {
  id: string;
  findingId: string | null;
  name: string;
  sent: boolean;
  /** Why the platform did not take it. */
  refusal: string | null;
}

/** `sent` keeps no content: only where and when. */
export type FieldState = 'draft' | 'waiting' | 'sending' | 'refused' | 'sent';

/** A visit as the phone keeps it, for one account in one organisation. */
export interface FieldVisit {
  id: string;
  accountId: string;
  organisationId: string;
  planned: boolean;
  /** The plan that somebody else recorded or cancelled, and beside which this one stands. */
  insteadOf: string | null;
  institutionId: string;
  institutionName: string;
  kind: VisitKind;
  visitedOn: string;
  /** The version that was in force when it was begun, whole: a newer one does not disturb it. */
  checklist: Pick<ChecklistVersion, 'id' | 'version' | 'inForceFromOn' | 'items'>;
  marks: Record<string, FieldMark>;
  findings: FoundOnVisit[];
  photos: FieldPhoto[];
  summary: string;
  metWith: string;
  startedAt: string;
  finishedAt: string | null;
  state: FieldState;
  /** The platform has the record itself; photos may still wait. */
  acknowledged: boolean;
  refusal: { sentence: string; separable: boolean } | null;
  sentAt: string | null;
}

/** What happens to a visit on its way from the first word to the platform. */
export type FieldEvent =
  | { type: 'finished'; at: string }
  | { type: 'reopened' }
  | { type: 'sending' }
  | { type: 'record_kept' }
  | { type: 'photo_kept'; photoId: string }
  | { type: 'photo_refused'; photoId: string; sentence: string }
  | { type: 'photo_dropped'; photoId: string }
  | { type: 'interrupted' }
  | { type: 'refused'; sentence: string; separable: boolean }
  | { type: 'again' }
  | { type: 'delivered'; at: string };

const only = (visit: FieldVisit, states: readonly FieldState[], change: Partial<FieldVisit>): FieldVisit =>
  states.includes(visit.state) ? { ...visit, ...change } : visit;

const withPhoto = (visit: FieldVisit, photoId: string, change: Partial<FieldPhoto>): FieldPhoto[] =>
  visit.photos.map((photo) => (photo.id === photoId ? { ...photo, ...change } : photo));

/** The next state. What does not fit the present one changes nothing: an answer may come late, or twice. */
export function afterEvent(visit: FieldVisit, event: FieldEvent): FieldVisit {
  switch (event.type) {
    case 'finished':
      return only(visit, ['draft'], { state: 'waiting', finishedAt: event.at, refusal: null });
    case 'reopened':
      // What the platform has already cannot be changed here any more.
      return visit.acknowledged ? visit : only(visit, ['waiting', 'refused'], { state: 'draft', refusal: null });
    case 'sending':
      return only(visit, ['waiting'], { state: 'sending' });
    case 'record_kept':
      return only(visit, ['sending'], { acknowledged: true });
    case 'photo_kept':
      return only(visit, ['sending'], { photos: withPhoto(visit, event.photoId, { sent: true, refusal: null }) });
    case 'photo_refused':
      return only(visit, ['sending'], { photos: withPhoto(visit, event.photoId, { refusal: event.sentence }) });
    case 'photo_dropped':
      return visit.state === 'sent' ? visit : { ...visit, photos: visit.photos.filter(({ id }) => id !== event.photoId) };
    case 'interrupted':
      return only(visit, ['sending'], { state: 'waiting' });
    case 'refused':
      return only(visit, ['sending'], { state: 'refused', refusal: { sentence: event.sentence, separable: event.separable } });
    case 'again':
      return only(visit, ['refused'], { state: 'waiting', refusal: null });
    case 'delivered':
      return isDelivered(visit) ? only(visit, ['sending'], emptied(visit, event.at)) : visit;
  }
}

/** The platform has everything. */
export const isDelivered = (visit: FieldVisit): boolean => visit.acknowledged && visit.photos.every(({ sent }) => sent);

const emptied = ({ checklist }: FieldVisit, at: string): Partial<FieldVisit> => ({
  state: 'sent',
  sentAt: at,
  checklist: { ...checklist, items: [] },
  marks: {},
  findings: [],
  photos: [],
  summary: '',
  metWith: '',
  refusal: null,
});

/** What is sent: lines without a mark are left out. */
export const recordOf = (visit: FieldVisit): VisitRecord => ({
  visitId: visit.id,
  institutionId: visit.institutionId,
  kind: visit.kind,
  visitedOn: visit.visitedOn,
  checklistId: visit.checklist.id,
  results: Object.entries(visit.marks).flatMap(([code, { mark, note }]) => (mark === null ? [] : [{ code, mark, note: note.trim() }])),
  findings: visit.findings.map((finding) => ({ ...finding, statement: finding.statement.trim() })),
  summary: visit.summary.trim(),
  metWith: visit.metWith.trim(),
  recordedAt: visit.finishedAt ?? visit.startedAt,
});

/** How many that went the platform keeps a line of on the phone. */
export const LAST_SENT = 10;

/** Sent ones beyond the last few, to be forgotten. */
export const forgettable = (visits: readonly FieldVisit[]): string[] =>
  visits
    .filter(({ state }) => state === 'sent')
    .sort((a, b) => (b.sentAt ?? '').localeCompare(a.sentAt ?? ''))
    .slice(LAST_SENT)
    .map(({ id }) => id);
