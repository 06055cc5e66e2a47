import type { FieldVisit } from './field-visit';

/** The same content as a visit of its own, beside one that somebody else recorded or cancelled. */
export function separated(visit: FieldVisit, newId: () => string): FieldVisit {
  const ids = new Map(visit.findings.map(({ id }) => [id, newId()]));
  const fresh = (id: string | null) => (id === null ? null : (ids.get(id) ?? null));
  return {
    ...visit,
    id: newId(),
    planned: false,
    insteadOf: visit.planned ? visit.id : visit.insteadOf,
    kind: visit.kind === 'follow_up' ? 'special' : visit.kind,
    findings: visit.findings.map((finding) => ({ ...finding, id: ids.get(finding.id) ?? finding.id })),
    photos: visit.photos.map((photo) => ({ ...photo, findingId: fresh(photo.findingId), sent: false })),
    state: 'waiting',
    acknowledged: false,
    refusal: null,
  };
}
