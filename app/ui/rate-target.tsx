import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { reached } from '~/domain/rate/rate';
import { formatPercent } from '~/i18n/format';
import { paths } from '~/web/paths';
import { SubmitButton } from './button';
import { DefinitionList } from './definition-list';
import { NumberField, TextField } from './fields';
import { Form, FormActions } from './form';
import home from './home.module.css';
import { Section } from './page';
import classes from './rate.module.css';
import { type DistrictRateRow, DistrictRates } from './rate-districts';
import { Badge } from './status-badge';

interface RateTargetProps {
  target: { value: number | null; clause: string; owner: string };
  /** Day of the figures, and whether it is the period's last. */
  on: string;
  isEnd: boolean;
  city: DistrictRateRow;
  rows: readonly DistrictRateRow[];
  locked: boolean;
}

/** The 90 % of a period: what is wanted, where the city and each district stand, with the ranges of small numbers. */
export const RateTargetSection = ({ target, on, isEnd, city, rows, locked }: RateTargetProps) => {
  const { t } = useTranslation(['rate', 'goal']);
  const { value, clause, owner } = target;
  const is = value === null ? null : reached(city.n, city.d, value);
  return (
    <Section title={t('rate:targetPage.title')} actions={<Link to={paths.rate({ on })}>{t('rate:targetPage.seeRate')}</Link>}>
      <p className={classes.line}>
        {t(isEnd ? 'rate:targetPage.atEnd' : 'rate:targetPage.atNow', { on })} <strong>{formatPercent(city.n, city.d)}</strong>（{city.n} /{' '}
        {city.d}）{' '}
        {is === null ? (
          t('rate:targetPage.noTarget')
        ) : (
          <Badge tone={is ? 'good' : 'wait'}>{t(is ? 'rate:target.reached' : 'rate:target.notReached')}</Badge>
        )}
      </p>
      {locked ? (
        <DefinitionList
          items={[
            [t('rate:targetPage.value'), value],
            [t('goal:targets.clause'), clause],
            [t('goal:targets.owner'), owner],
          ]}
        />
      ) : (
        <Form name="caregiver_certified_rate">
          <input type="hidden" name="metric" value="caregiver_certified_rate" />
          <div className={home.fields}>
            <NumberField name="value" label={t('rate:targetPage.value')} hint={t('goal:targets.valueHint')} defaultValue={value} optional />
            <TextField name="clause" label={t('goal:targets.clause')} defaultValue={clause} maxLength={200} optional />
            <TextField name="owner" label={t('goal:targets.owner')} defaultValue={owner} maxLength={200} optional />
          </div>
          <FormActions>
            <SubmitButton intent="save">{t('goal:targets.save')}</SubmitButton>
          </FormActions>
        </Form>
      )}
      <h3>{t('rate:targetPage.perDistrict')}</h3>
      <DistrictRates rows={rows} city={city} withPending={false} />
      <p className={classes.soft}>{t('rate:districts.intro')}</p>
    </Section>
  );
};
