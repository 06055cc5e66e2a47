import { beijingDate } from '~/domain/shared/period';
import type { FieldPageData, PlannedVisit } from './field-page';
import type { FieldVisit } from './field-visit';
import { newFieldId } from './new-id';

type Institution = FieldPageData['institutions'][number];

const blank = (
  { accountId, organisationId, checklist }: FieldPageData,
  at: Date,
): Omit<FieldVisit, 'id' | 'planned' | 'institutionId' | 'institutionName'> | null =>
  checklist && {
    accountId,
    organisationId,
    insteadOf: null,
    kind: 'routine',
    visitedOn: beijingDate(at),
    checklist: { id: checklist.id, version: checklist.version, inForceFromOn: checklist.inForceFromOn, items: checklist.items },
    marks: {},
    findings: [],
    photos: [],
    summary: '',
    metWith: '',
    startedAt: at.toISOString(),
    finishedAt: null,
    state: 'draft',
    acknowledged: false,
    refusal: null,
    sentAt: null,
  };

/** A planned visit is recorded under its own id. */
export const beginPlanned = (page: FieldPageData, plan: PlannedVisit, at: Date): FieldVisit | null => {
  const visit = blank(page, at);
  const { id, institutionId, institutionName, kind } = plan;
  return visit && { ...visit, id, planned: true, institutionId, institutionName, kind };
};

export const beginUnplanned = (page: FieldPageData, institution: Institution, at: Date): FieldVisit | null => {
  const visit = blank(page, at);
  return (
    visit && { ...visit, id: newFieldId(at.getTime()), planned: false, institutionId: institution.id, institutionName: institution.name }
  );
};
