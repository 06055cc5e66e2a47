import { useTranslation } from 'react-i18next';
import type { FactPeriod } from '~/domain/organisation/institution-period';
import { FILING_STATUSES, OPERATOR_TYPES } from '~/domain/organisation/organisation';
import { ConfirmForm } from './confirm-form';
import { DateField, SelectField } from './fields';
import { useAreas, useDistrictName } from './organisation-fields';
import { Timeline } from './timeline';

interface Props {
  label: string;
  periods: readonly FactPeriod[];
  /** Officers of its district put right what never was true. */
  mayCorrect: boolean;
  licensing: boolean;
}

const TONES = { not_filed: 'off', filed: 'good', changed_pending: 'wait', cancelled: 'bad', licensed: 'good' } as const;

/** Filing, operator type and district from day to day, the newest first. */
export const InstitutionTimeline = ({ label, periods, mayCorrect, licensing }: Props) => {
  const { t } = useTranslation(['institution', 'organisation']);
  const districtName = useDistrictName();
  return (
    <Timeline
      label={label}
      items={[...periods].reverse().map((period) => ({
        id: period.id ?? period.fromOn,
        at: period.fromOn,
        tone: TONES[period.filingStatus],
        title: [
          t(`organisation:filingStatus.${period.filingStatus}`),
          t(`organisation:operatorType.${period.operatorType}`),
          districtName(period.districtCode),
        ].join(' · '),
        by: period.untilOn === null ? t('page.now') : t('page.fromUntil', { from: period.fromOn, until: period.untilOn }),
        detail: period.reason || undefined,
        more: mayCorrect && <CorrectPeriod period={period} licensing={licensing} />,
      }))}
    />
  );
};

const CorrectPeriod = ({ period, licensing }: { period: FactPeriod; licensing: boolean }) => {
  const { t } = useTranslation(['institution', 'organisation']);
  const areas = useAreas(false);
  const filings = FILING_STATUSES.filter((status) => licensing || status !== 'licensed' || period.filingStatus === 'licensed');
  return (
    <ConfirmForm
      key={JSON.stringify(period)}
      name={`correct-${period.id}`}
      intent="correct"
      label={t('page.correct')}
      explanation={t('page.correctText')}
      values={{ periodId: period.id ?? '' }}
    >
      <DateField name="fromOn" label={t('act.fromOn')} defaultValue={period.fromOn} />
      <SelectField
        name="filingStatus"
        label={t('organisation:field.filingStatus')}
        defaultValue={period.filingStatus}
        options={filings.map((value) => ({ value, label: t(`organisation:filingStatus.${value}`) }))}
      />
      <SelectField
        name="operatorType"
        label={t('organisation:field.operatorType')}
        defaultValue={period.operatorType}
        options={OPERATOR_TYPES.map((value) => ({ value, label: t(`organisation:operatorType.${value}`) }))}
      />
      <SelectField name="districtCode" label={t('organisation:field.district')} defaultValue={period.districtCode} options={areas} />
    </ConfirmForm>
  );
};
