import { useTranslation } from 'react-i18next';
import type { CountingRule, Metric } from '~/domain/goal/goal';
import { formatNumber, NOTHING } from '~/i18n/format';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { DefinitionList } from './definition-list';
import { NumberField, TextField } from './fields';
import { Form, FormActions } from './form';
import classes from './home.module.css';
import { Notice } from './notice';
import { Section } from './page';
import { useLanguage } from './use-words';

interface Target {
  metric: Metric;
  target: number | null;
  clause: string;
  owner: string;
  rule: CountingRule;
  underCheck: boolean;
  shares: readonly { districtCode: string; nameZh: string; nameEn: string; value: number | null; personTimes: number }[];
  /** Of the shares that are set, beside the city's value; null without a value or without shares. */
  sum: { sum: number; difference: number } | null;
}

/** City value and district shares of one metric, in one form. */
export const TargetForm = ({ target, locked }: { target: Target; locked: boolean }) => {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  const { metric, shares } = target;
  return (
    <Section title={t(`metric.${metric}`)}>
      <SharesSum target={target} />
      {target.underCheck && <RebuildForm metric={metric} />}
      {locked ? (
        <DefinitionList
          items={[
            [t('targets.cityValue'), target.target === null ? NOTHING : formatNumber(target.target, language)],
            [t('targets.clause'), target.clause],
            [t('targets.owner'), target.owner],
            [t('targets.countingRule'), t(`rule.${target.rule}`)],
            ...shares.map(
              (share) => [language === 'en' ? share.nameEn : share.nameZh, share.value && formatNumber(share.value, language)] as const,
            ),
          ]}
        />
      ) : (
        <Form name={metric}>
          <input type="hidden" name="metric" value={metric} />
          <div className={classes.fields}>
            <NumberField name="value" label={t('targets.cityValue')} hint={t('targets.valueHint')} defaultValue={target.target} optional />
            <TextField name="clause" label={t('targets.clause')} defaultValue={target.clause} maxLength={200} optional />
            <TextField name="owner" label={t('targets.owner')} defaultValue={target.owner} maxLength={200} optional />
          </div>
          <h3>{t('targets.shares')}</h3>
          <p>{t('targets.sharesIntro')}</p>
          <div className={classes.shares}>
            {shares.map(({ districtCode, nameZh, nameEn, value }) => (
              <NumberField
                key={districtCode}
                name={districtCode}
                label={language === 'en' ? nameEn : nameZh}
                defaultValue={value}
                optional
              />
            ))}
          </div>
          <FormActions>
            <SubmitButton intent="save">{t('targets.save')}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Section>
  );
};

const SharesSum = ({ target: { target, sum } }: { target: Target }) => {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  if (sum === null || target === null) return null;
  const total = formatNumber(sum.sum, language);
  if (sum.difference === 0) return <Notice tone="good">{t('targets.sharesMatch', { sum: total })}</Notice>;
  return (
    <Notice tone="warn">
      {t('targets.sharesDiffer', {
        sum: total,
        target: formatNumber(target, language),
        direction: sum.difference > 0 ? t('targets.more') : t('targets.less'),
        difference: formatNumber(Math.abs(sum.difference), language),
      })}
    </Notice>
  );
};

const RebuildForm = ({ metric }: { metric: Metric }) => {
  const { t } = useTranslation('goal');
  return (
    <>
      <Notice tone="warn">{t('targets.underCheck')}</Notice>
      <ConfirmForm
        label={t('targets.rebuild')}
        explanation={t('targets.rebuildText')}
        intent="rebuild"
        name={`rebuild-${metric}`}
        values={{ metric }}
        reason={false}
      />
    </>
  );
};
