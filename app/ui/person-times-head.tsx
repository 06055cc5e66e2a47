import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { METRICS, type Metric } from '~/domain/goal/goal';
import { DISTRICTS } from '~/domain/organisation/districts';
import { OPERATOR_TYPES } from '~/domain/organisation/organisation';
import { formatDateTime, formatNumber } from '~/i18n/format';
import { CheckboxField } from './choice-fields';
import { SelectField } from './fields';
import { FilterBar } from './filter-bar';
import { Notice } from './notice';
import { Section } from './page';
import classes from './person-times.module.css';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

interface FilterProps {
  periods: readonly { id: string; nameZh: string; nameEn: string }[];
  months: readonly string[];
  /** A district officer has no choice of districts. */
  ownDistrict: string | null;
  view: 'rows' | 'persons';
  metric: Metric;
  periodId: string;
}

export const PersonTimesFilter = ({ periods, months, ownDistrict, view, metric, periodId }: FilterProps) => {
  const { t } = useTranslation(['goal', 'organisation']);
  const language = useLanguage();
  const districtName = useDistrictName();
  const districts = ownDistrict ? [ownDistrict] : [...DISTRICTS.map((district) => district.code), 'city'];
  return (
    <FilterBar keep={view === 'persons' ? { view } : {}}>
      <SelectField
        name="period"
        label={t('goal:figures.period')}
        defaultValue={periodId}
        options={periods.map(({ id, nameZh, nameEn }) => ({ value: id, label: language === 'en' ? nameEn : nameZh }))}
      />
      <SelectField
        name="metric"
        label={t('goal:rows.metric')}
        defaultValue={metric}
        options={METRICS.map((value) => ({ value, label: t(`goal:metricShort.${value}`) }))}
      />
      <SelectField
        name="district"
        optional={!ownDistrict}
        label={t('goal:figures.filter.district')}
        defaultValue={ownDistrict}
        options={districts.map((value) => ({ value, label: districtName(value) }))}
      />
      <SelectField
        name="month"
        optional
        label={t('goal:figures.filter.month')}
        options={months.map((value) => ({ value, label: value }))}
      />
      <SelectField
        name="operatorType"
        optional
        label={t('goal:figures.filter.operatorType')}
        options={[
          ...OPERATOR_TYPES.map((value) => ({ value: String(value), label: t(`organisation:operatorType.${value}`) })),
          { value: 'none', label: t('goal:noOperator') },
        ]}
      />
      <CheckboxField name="preService" value="1" label={t('goal:rows.preService')} />
      <CheckboxField name="repeat" value="1" label={t('goal:rows.repeat')} />
    </FilterBar>
  );
};

interface Counted {
  personTimes: number;
  persons: number;
}

interface ProofProps {
  /** Metric and period. */
  name: string;
  list: { figure: Counted; total: Counted; asOf: string | null; underCheck: boolean; hash: string | null };
  part: boolean;
  repeat: boolean;
  askTo: string;
}

/** The figure, that the list is as long as it says, and the value by which two lists are known to be the same. */
export const PersonTimesProof = ({ name, list, part, repeat, askTo }: ProofProps) => {
  const { t } = useTranslation(['goal', 'common']);
  const language = useLanguage();
  const counted = ({ personTimes, persons }: Counted) => ({
    personTimes: formatNumber(personTimes, language),
    persons: formatNumber(persons, language),
  });
  const equal = list.figure.personTimes === list.total.personTimes && list.figure.persons === list.total.persons;
  const verdict = part ? 'goal:rows.part' : equal ? 'goal:rows.equals' : 'goal:rows.differs';
  return (
    <Section>
      <p>{name}</p>
      <p className={classes.total}>
        <strong>{t('goal:rows.total', counted(list.total))}</strong>{' '}
        <span data-tone={part || equal ? undefined : 'bad'}>
          {t(verdict, { personTimes: formatNumber(list.figure.personTimes, language) })}
        </span>
      </p>
      {list.asOf && <p className="numeric">{t('common:figure.asOf', { at: formatDateTime(list.asOf) })}</p>}
      {list.underCheck && <Notice tone="warn">{t('common:figure.underCheck')}</Notice>}
      {repeat && <Notice>{t('goal:rows.repeatNote')}</Notice>}
      <div className={classes.hash}>
        <p>{t('goal:rows.hash')}</p>
        {list.hash ? <code>{list.hash}</code> : <Link to={askTo}>{t('goal:rows.hashAsk')}</Link>}
        <p>{t('goal:rows.hashHint')}</p>
      </div>
    </Section>
  );
};
