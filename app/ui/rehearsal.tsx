import { useTranslation } from 'react-i18next';
import type { NotCountingReason } from '~/domain/certificate/does-it-count';
import { formatNumber, formatPercent } from '~/i18n/format';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import classes from './rate.module.css';
import { Badge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useScopeName } from './use-scope-name';
import { useLanguage } from './use-words';

export interface RehearsedRow {
  scope: string;
  persons: number;
  present: number;
  draft: number;
}

/** Each area under the rule of the day and under the draft. */
export const RehearsalTable = ({ rows }: { rows: readonly RehearsedRow[] }) => {
  const { t } = useTranslation('rate');
  const language = useLanguage();
  const scopeName = useScopeName();
  const rate = (n: number, d: number) => (
    <>
      <strong>{formatPercent(n, d)}</strong> <span className={classes.soft}>({formatNumber(n, language)})</span>
    </>
  );
  const signed = (value: number) => (value > 0 ? `+${value}` : String(value));
  return (
    <DataTable
      caption={t('rehearsal.title')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.scope}
      columns={[
        { key: 'scope', header: t('districts.district'), rowHeader: true, cell: (row) => scopeName(row.scope) },
        { key: 'persons', header: t('d'), numeric: true, cell: (row) => formatNumber(row.persons, language) },
        { key: 'present', header: t('rehearsal.present'), numeric: true, cell: (row) => rate(row.present, row.persons) },
        { key: 'draft', header: t('rehearsal.draft'), numeric: true, cell: (row) => rate(row.draft, row.persons) },
        { key: 'change', header: t('bridge.n'), numeric: true, cell: (row) => signed(row.draft - row.present) },
      ]}
    />
  );
};

interface Reasoned {
  clause: string | null;
  clauseEn: string | null;
  reason: NotCountingReason | null;
}

export interface AffectedRow {
  personId: string;
  name: string;
  idNumberMasked: string;
  institutionName: string;
  districtCode: string;
  change: 'gained' | 'lost';
  present: Reasoned;
  draft: Reasoned;
}

/** Whom the draft changes, with the clause or the reason on either side. */
export const AffectedPeople = ({ rows }: { rows: readonly AffectedRow[] }) => {
  const { t } = useTranslation('rate');
  const districtName = useDistrictName();
  return (
    <DataTable
      caption={t('rehearsal.people')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.personId}
      empty={<EmptyState title={t('rehearsal.nobody')} />}
      columns={[
        { key: 'name', header: t('people.name'), rowHeader: true, nowrap: true, cell: (row) => row.name },
        { key: 'idNumber', header: t('people.idNumber'), nowrap: true, cell: (row) => row.idNumberMasked },
        { key: 'post', header: t('people.post'), cell: (row) => `${districtName(row.districtCode)} · ${row.institutionName}` },
        {
          key: 'change',
          header: t('rehearsal.change'),
          nowrap: true,
          cell: (row) => <Badge tone={row.change === 'gained' ? 'good' : 'wait'}>{t(`rehearsal.${row.change}`)}</Badge>,
        },
        { key: 'present', header: t('rehearsal.nowBecause'), cell: (row) => <Because {...row.present} /> },
        { key: 'draft', header: t('rehearsal.thenBecause'), cell: (row) => <Because {...row.draft} /> },
      ]}
    />
  );
};

const Because = ({ clause, clauseEn, reason }: Reasoned) => {
  const { t } = useTranslation('rule');
  const line = useLanguage() === 'en' ? clauseEn : clause;
  return (
    <span className={classes.stack}>
      {reason && <span>{t(`why.${reason}`)}</span>}
      {line && <span className={classes.soft}>{line}</span>}
    </span>
  );
};
