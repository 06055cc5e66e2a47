import { useTranslation } from 'react-i18next';
import { GROUP_LIMITS, type GroupClasses } from '~/domain/organisation/institution';
import { FACT_FIELDS, type FactField, type FileFacts } from '~/domain/organisation/institution-facts';
import type { FilingStatus, OperatorType } from '~/domain/organisation/organisation';
import { formatNumber } from '~/i18n/format';
import { DataTable } from './data-table';
import { DefinitionList } from './definition-list';
import { type NamedPerson, useFactValue } from './fact-value';
import { StatusBadge } from './status-badge';
import { useLanguage } from './use-words';

interface FileProps {
  facts: FileFacts;
  operatorType: OperatorType | null;
  districtCode: string | null;
  filingStatus: FilingStatus | null;
  filedOn: string | null;
  people: readonly NamedPerson[];
}

const SHOWN = FACT_FIELDS.filter((field) => field !== 'name' && field !== 'classes');

/** The file in the order of the filing record. */
export const InstitutionFile = ({ facts, operatorType, districtCode, filingStatus, filedOn, people }: FileProps) => {
  const { t } = useTranslation(['institution', 'organisation']);
  const value = useFactValue(people);
  const all = { ...facts, operatorType: operatorType ?? undefined, districtCode: districtCode ?? undefined };
  const shown = (field: FactField) => [t(`fact.${field}`), value(field, all)] as const;
  const after = SHOWN.indexOf('filingNo');
  return (
    <DefinitionList
      items={[
        ...SHOWN.slice(0, after).map(shown),
        [
          t('organisation:field.filingStatus'),
          filingStatus && <StatusBadge key="filing" kind="organisation:filingStatus" status={filingStatus} />,
        ],
        [t('organisation:field.filedOn'), filedOn],
        ...SHOWN.slice(after).map(shown),
      ]}
    />
  );
};

/** Classes and places, with what the standard allows per class. */
export const InstitutionClasses = ({ groups, capacity }: { groups: readonly GroupClasses[]; capacity: number }) => {
  const { t } = useTranslation('institution');
  const language = useLanguage();
  return (
    <DataTable
      caption={t('page.classes')}
      captionHidden
      dense
      rows={groups}
      rowKey={(row) => row.careGroup}
      columns={[
        { key: 'group', header: t('page.group'), rowHeader: true, cell: (row) => t(`group.${row.careGroup}`) },
        { key: 'classes', header: t('page.count'), numeric: true, cell: (row) => formatNumber(row.classes, language) },
        { key: 'places', header: t('places'), numeric: true, cell: (row) => formatNumber(row.places, language) },
        { key: 'limit', header: t('page.limit'), numeric: true, cell: (row) => GROUP_LIMITS[row.careGroup].places },
      ]}
      footer={[t('total'), '', formatNumber(capacity, language), '']}
    />
  );
};
