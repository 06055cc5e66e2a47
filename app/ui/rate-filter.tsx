import { useTranslation } from 'react-i18next';
import { RULE_CODES } from '~/domain/certificate/counting-rule';
import { OPERATOR_TYPES } from '~/domain/organisation/organisation';
import { POPULATIONS } from '~/domain/rate/rate';
import { CheckboxField } from './choice-fields';
import { DateField, SelectField } from './fields';
import { FilterBar } from './filter-bar';
import type { RateView } from './rate-query';

interface RateFilterProps {
  view: RateView;
  /** The day that is shown, and the latest there is. */
  on: string;
  today: string;
  /** Institutions have one operator type, and no area to put together. */
  ofInstitution?: boolean;
  keep?: Readonly<Record<string, string>>;
}

/** Which figure: day, rule and narrowing, in the address. */
export const RateFilter = ({ view, on, today, ofInstitution, keep = {} }: RateFilterProps) => {
  const { t } = useTranslation(['rate', 'rule', 'organisation']);
  return (
    <FilterBar keep={view.as === 'recorded' ? { ...keep, as: 'recorded' } : keep}>
      <DateField name="on" label={t('rate:filter.on')} defaultValue={on} max={today} />
      <SelectField
        name="rule"
        label={t('rate:filter.rule')}
        defaultValue={view.rule}
        options={RULE_CODES.map((value) => ({ value, label: t(`rule:code.${value}`) }))}
      />
      <SelectField
        name="population"
        label={t('rate:filter.population')}
        defaultValue={view.population}
        options={POPULATIONS.map((value) => ({ value, label: t(`rate:population.${value}`) }))}
      />
      {!ofInstitution && (
        <SelectField
          name="operatorType"
          optional
          label={t('rate:filter.operatorType')}
          options={OPERATOR_TYPES.map((value) => ({ value, label: t(`organisation:operatorType.${value}`) }))}
        />
      )}
      {!ofInstitution && <CheckboxField name="merged" value="1" label={t('rate:filter.merged')} defaultChecked={view.merged} />}
      <CheckboxField name="pending" value="1" label={t('rate:filter.pending')} defaultChecked={view.pending} />
    </FilterBar>
  );
};
