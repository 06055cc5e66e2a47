import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber } from '~/i18n/format';
import { DataTable } from './data-table';
import { useLanguage } from './use-words';

interface Confirmation {
  id: string;
  confirmedAt: string;
  staff: number;
  sha256: string;
}

const SHOWN = 12;

/** When an institution stood by its roster, for how many people, and the check value of what it saw. */
export const RosterHistory = ({ rows }: { rows: readonly Confirmation[] }) => {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  return (
    <DataTable
      caption={t('confirm.history')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{t('confirm.noHistory')}</p>}
      columns={[
        { key: 'on', header: t('confirm.on'), rowHeader: true, nowrap: true, cell: (row) => formatDateTime(row.confirmedAt) },
        { key: 'staff', header: t('confirm.staff'), numeric: true, cell: (row) => formatNumber(row.staff, language) },
        { key: 'hash', header: t('confirm.hash'), cell: (row) => <code title={row.sha256}>{row.sha256.slice(0, SHOWN)}</code> },
      ]}
    />
  );
};
