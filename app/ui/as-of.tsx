import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Metric } from '~/domain/goal/goal';
import { formatDateTime } from '~/i18n/format';
import { paths } from '~/web/paths';
import classes from './home.module.css';
import { Notice } from './notice';
import { usePunctuation } from './use-punctuation';

interface AsOfProps {
  metrics: readonly { metric: Metric; asOf: string | null; underCheck: boolean; waiting?: boolean }[];
}

/** Of which moment the figures above are, by which rule, and whether they are under check. */
export const AsOf = ({ metrics }: AsOfProps) => {
  const { t } = useTranslation(['common', 'goal', 'home']);
  const marks = usePunctuation();
  const earliest = metrics.flatMap((each) => each.asOf ?? []).sort()[0];
  const doubted = metrics.filter((each) => each.underCheck);
  return (
    <>
      {doubted.length > 0 && (
        <Notice tone="warn" title={doubted.map((each) => t(`goal:metric.${each.metric}`)).join(marks.list)}>
          <p>{t('common:figure.underCheck')}</p>
        </Notice>
      )}
      <p className={classes.notes}>
        <span className="numeric">
          {earliest ? t('common:figure.asOf', { at: formatDateTime(earliest) }) : t('home:progress.notCounted')} ·{' '}
          <Link to={paths.counting()}>{t('goal:rule.person_times_2023')}</Link>
          {metrics.some((each) => each.waiting) && ` · ${t('home:progress.waiting')}`}
        </span>
      </p>
    </>
  );
};
