import { useTranslation } from 'react-i18next';
import type { CourseCategory } from '~/domain/course/course';
import type { FilingStatus, LegalNature, OperatorType } from '~/domain/organisation/organisation';
import type { OrganisationKind } from '~/domain/shared/actor';
import { formatDateTime } from '~/i18n/format';
import { DefinitionList } from './definition-list';
import { useDistrictName } from './organisation-fields';
import { StatusBadge } from './status-badge';
import { usePunctuation } from './use-punctuation';

interface Facts {
  kind: OrganisationKind;
  uscc: string | null;
  siteNo: number;
  legalNature: LegalNature | null;
  districtCode: string | null;
  address: string | null;
  operatorType: OperatorType | null;
  filingStatus: FilingStatus | null;
  filedOn: string | null;
  categories: readonly CourseCategory[];
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  applicationNote: string | null;
  createdAt: string;
}

export const OrganisationFacts = ({ organisation: o }: { organisation: Facts }) => {
  const { t } = useTranslation(['organisation', 'course']);
  const marks = usePunctuation();
  const districtName = useDistrictName();
  const institution = o.kind === 'institution';
  const categories = o.categories.map((category) => t(`course:category.${category}`)).join(marks.list);
  return (
    <DefinitionList
      items={[
        [t('field.kind'), t(`kind.${o.kind}`)],
        [t('field.uscc'), o.siteNo > 1 ? `${o.uscc ?? ''} (${o.siteNo})` : o.uscc],
        [t('facts.legalNature'), o.legalNature && t(`legalNature.${o.legalNature}`)],
        [t('field.district'), districtName(o.districtCode)],
        [t('field.address'), o.address],
        institution ? [t('field.operatorType'), o.operatorType && t(`operatorType.${o.operatorType}`)] : null,
        institution
          ? [
              t('field.filingStatus'),
              o.filingStatus && <StatusBadge key="filing" kind="organisation:filingStatus" status={o.filingStatus} />,
            ]
          : null,
        institution ? [t('field.filedOn'), o.filedOn] : null,
        institution ? null : [t('field.categories'), categories],
        [t('field.contact'), [o.contactName, o.contactPhone, o.contactEmail].filter(Boolean).join(' · ')],
        o.applicationNote ? [t('facts.note'), o.applicationNote] : null,
        [t('facts.createdAt'), formatDateTime(o.createdAt)],
      ]}
    />
  );
};
