import { useTranslation } from 'react-i18next';
import { formatNumber, NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { useLanguage } from './use-words';

interface PersonRow {
  personId: string;
  name: string;
  idNumberMasked: string;
  institutionName: string | null;
  personTimes: number;
  firstOn: string;
  lastOn: string;
}

export const PersonsTable = ({ rows }: { rows: readonly PersonRow[] }) => {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  return (
    <DataTable
      caption={t('rows.persons')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.personId}
      empty={<EmptyState title={t('rows.empty')} />}
      columns={[
        { key: 'name', header: t('rows.column.name'), rowHeader: true, cell: (row) => row.name },
        { key: 'idNumber', header: t('rows.column.idNumber'), nowrap: true, cell: (row) => row.idNumberMasked },
        { key: 'institution', header: t('rows.column.institution'), cell: (row) => row.institutionName ?? NOTHING },
        { key: 'personTimes', header: t('rows.column.personTimes'), numeric: true, cell: (row) => formatNumber(row.personTimes, language) },
        { key: 'first', header: t('rows.column.first'), nowrap: true, cell: (row) => row.firstOn },
        { key: 'last', header: t('rows.column.last'), nowrap: true, cell: (row) => row.lastOn },
      ]}
    />
  );
};
