import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { reached } from '~/domain/rate/rate';
import { formatPercent } from '~/i18n/format';
import { paths } from '~/web/paths';
import { MeasuredTargetForm, MeasureLine, type TargetValue } from './measured-target';
import { Section } from './page';
import classes from './rate.module.css';
import { type DistrictRateRow, DistrictRates } from './rate-districts';
import { usePunctuation } from './use-punctuation';

interface RateTargetProps {
  target: TargetValue;
  /** Day of the figures, and whether it is the period's last. */
  on: string;
  isEnd: boolean;
  city: DistrictRateRow;
  rows: readonly DistrictRateRow[];
  locked: boolean;
}

/** The 90 % of a period: what is wanted, where the city and each district stand, with the ranges of small numbers. */
export const RateTargetSection = ({ target, on, isEnd, city, rows, locked }: RateTargetProps) => {
  const { t } = useTranslation('rate');
  const marks = usePunctuation();
  const { value } = target;
  return (
    <Section title={t('targetPage.title')} actions={<Link to={paths.rate({ on })}>{t('targetPage.seeRate')}</Link>}>
      <MeasureLine on={on} isEnd={isEnd} reached={value === null ? null : reached(city.n, city.d, value)}>
        <strong>{formatPercent(city.n, city.d)}</strong>
        {marks.aside(`${city.n} / ${city.d}`)}
      </MeasureLine>
      <MeasuredTargetForm metric="caregiver_certified_rate" target={target} locked={locked} />
      <h3>{t('targetPage.perDistrict')}</h3>
      <DistrictRates rows={rows} city={city} withPending={false} />
      <p className={classes.soft}>{t('districts.intro')}</p>
    </Section>
  );
};
