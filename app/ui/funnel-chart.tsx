import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FUNNEL_STAGES, type FunnelCounts, type FunnelStage } from '~/domain/talent/funnel';
import { formatNumber, formatPercent, NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import classes from './funnel.module.css';
import { useLanguage } from './use-words';

interface Props {
  title: string;
  counts: FunnelCounts;
  /** The students behind a number; without it the numbers do not open. */
  to?: (stage: FunnelStage) => string;
}

/** The stages as bars in their table, drawn on the server, each as long as its share of the largest. */
export const FunnelChart = ({ title, counts, to }: Props) => {
  const { t } = useTranslation('funnel');
  const most = Math.max(1, ...FUNNEL_STAGES.map((stage) => counts[stage]));
  const before = (stage: FunnelStage) => FUNNEL_STAGES[FUNNEL_STAGES.indexOf(stage) - 1];
  const share = (stage: FunnelStage, of: FunnelStage | undefined) =>
    of === undefined || counts[of] === 0 ? NOTHING : formatPercent(counts[stage], counts[of]);
  return (
    <DataTable<FunnelStage>
      caption={title}
      rows={FUNNEL_STAGES}
      rowKey={(stage) => stage}
      columns={[
        { key: 'stage', header: t('funnel.column.stage'), rowHeader: true, nowrap: true, cell: (stage) => t(`funnel.stage.${stage}`) },
        { key: 'bar', header: t('funnel.column.bar'), cell: (stage) => <Bar part={counts[stage] / most} /> },
        {
          key: 'persons',
          header: t('funnel.column.persons'),
          numeric: true,
          cell: (stage) => <FunnelNumber value={counts[stage]} to={to?.(stage)} label={t(`funnel.stage.${stage}`)} />,
        },
        {
          key: 'students',
          header: t('funnel.column.ofStudents'),
          numeric: true,
          cell: (stage) => share(stage, stage === 'student' ? undefined : 'student'),
        },
        { key: 'before', header: t('funnel.column.ofBefore'), numeric: true, cell: (stage) => share(stage, before(stage)) },
      ]}
    />
  );
};

/** What it says stands in the numbers beside it. */
const Bar = ({ part }: { part: number }) => (
  <svg className={classes.track} aria-hidden="true" focusable="false">
    <rect className={classes.band} width="100%" height="100%" rx="4" />
    <rect className={classes.bar} x={`${50 - part * 50}%`} width={`${part * 100}%`} height="100%" rx="4" />
  </svg>
);

/** A number of the funnel: a link where its students may be seen. */
export const FunnelNumber = ({ value, to, label }: { value: number; to?: string; label: string }) => {
  const language = useLanguage();
  const number = formatNumber(value, language);
  return to && value > 0 ? (
    <Link to={to} aria-label={`${label} ${number}`}>
      {number}
    </Link>
  ) : (
    number
  );
};
