import { useTranslation } from 'react-i18next';
import type { CourseCategory } from '~/domain/course/course';
import type { InstitutionAnswer } from '~/domain/enrolment/enrolment';
import type { OperatorType } from '~/domain/organisation/organisation';
import type { EngagementRole } from '~/domain/person/person';
import { formatDateTime, NOTHING } from '~/i18n/format';
import { DefinitionList } from './definition-list';
import { Section } from './page';
import { StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';

export interface Attributed {
  person: { name: string; idNumberMasked: string };
  institution: string | null;
  completion: {
    category: CourseCategory;
    countsTowardPlan: boolean;
    isPreService: boolean;
    districtCode: string | null;
    operatorType: OperatorType | null;
  };
  enrolment: { role: EngagementRole | null; institutionAnswer: InstitutionAnswer; nominated: boolean; createdAt: string | Date };
}

/** Who it is and where the person-time counts, as it was at enrolment. */
export const PersonTimeWho = ({ row: { person, institution, completion, enrolment } }: { row: Attributed }) => {
  const { t } = useTranslation(['completion', 'course', 'person', 'organisation', 'enrolment']);
  const districtName = useDistrictName();
  const role = enrolment.role ? t(`person:role.${enrolment.role}`) : NOTHING;
  return (
    <Section title={t('personTime.who')}>
      <DefinitionList
        items={[
          [t('personTime.name'), person.name],
          [t('personTime.idNumber'), person.idNumberMasked],
          [t('personTime.category'), t(`course:category.${completion.category}`)],
          [t('personTime.counts'), t(completion.countsTowardPlan ? 'personTime.countsYes' : 'personTime.countsNo')],
          [t('personTime.role'), completion.isPreService ? t('personTime.preService') : role],
          [t('personTime.institution'), institution],
          [t('personTime.district'), completion.districtCode ? districtName(completion.districtCode) : t('personTime.cityLevel')],
          [t('personTime.operatorType'), completion.operatorType && t(`organisation:operatorType.${completion.operatorType}`)],
          [t('personTime.answer'), <StatusBadge key="answer" kind="enrolment:institutionAnswer" status={enrolment.institutionAnswer} />],
          [t('personTime.origin'), t(enrolment.nominated ? 'enrolment:origin.nomination' : 'enrolment:origin.self')],
          [t('personTime.enrolledAt'), formatDateTime(enrolment.createdAt)],
        ]}
      />
    </Section>
  );
};
