import { useTranslation } from 'react-i18next';
import type { Metric } from '~/domain/goal/goal';
import { formatNumber } from '~/i18n/format';
import { Figure } from './figure';
import { usePunctuation } from './use-punctuation';
import { useLanguage } from './use-words';

/** One counted metric of a period, as a loader hands it to a page. */
export interface MetricView {
  metric: Metric;
  personTimes: number;
  persons: number;
  target: number | null;
  /** ISO instant; null = not counted yet. */
  asOf: string | null;
  underCheck: boolean;
  waiting: boolean;
  /** Last day of a period that is over. */
  endedOn: string | null;
  to?: string;
  /** The target is a district's share. */
  ofDistrict?: boolean;
}

/** The big number of a metric: person-times and persons, how far to the target, and what became of a period that is over. */
export const MetricFigure = ({ view, label }: { view: MetricView; label?: string }) => {
  const { t } = useTranslation(['goal', 'common', 'home']);
  const marks = usePunctuation();
  const language = useLanguage();
  const { metric, personTimes, persons, target, asOf, underCheck, waiting, to } = view;
  const name = label ?? t(`goal:metric.${metric}`);
  if (asOf === null) return <p>{`${name}${marks.colon}${t('home:progress.notCounted')}`}</p>;
  return (
    <div>
      <Figure
        label={name}
        value={personTimes}
        unit={t('common:figure.unit.personTimes')}
        asOf={asOf}
        to={to}
        target={target}
        underCheck={underCheck}
        beside={
          <>
            {t('home:progress.persons', { number: formatNumber(persons, language) })}
            <br />
            <Outcome view={view} />
          </>
        }
      />
      {waiting && <p>{t('home:progress.waiting')}</p>}
    </div>
  );
};

const Outcome = ({ view: { personTimes, target, endedOn, ofDistrict } }: { view: MetricView }) => {
  const { t } = useTranslation('home');
  const language = useLanguage();
  const date = endedOn ?? '';
  if (target === null && ofDistrict) return <>{t('progress.noShare')}</>;
  if (target === null) return <>{endedOn ? t('progress.endedNoTarget', { date }) : t('progress.noTarget')}</>;
  if (personTimes >= target) return <>{t('progress.reached')}</>;
  const number = formatNumber(target - personTimes, language);
  return <>{endedOn ? t('progress.ended', { date, number }) : t('progress.remaining', { number })}</>;
};
