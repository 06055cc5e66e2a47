import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { CheckboxField } from './choice-fields';
import { DateField, NumberField, TextField } from './fields';
import { Form, FormActions } from './form';
import type { HealthCareRuleValues } from './health-care-rule-version';

/** A draft of the rule as one form. Works without JavaScript. */
export const HealthCareRuleForm = ({ rule, isNew }: { rule: HealthCareRuleValues; isNew: boolean }) => {
  const { t } = useTranslation('health');
  return (
    <Form name="rule" columns>
      <DateField name="inForceFromOn" label={t('rule.inForceFromOn')} hint={t('rule.inForceHint')} defaultValue={rule.inForceFromOn} />
      <DateField name="newSinceOn" label={t('rule.newSinceOn')} hint={t('rule.newSinceOnHint')} defaultValue={rule.newSinceOn} />
      <NumberField name="minimumStaff" label={t('rule.minimumStaff')} defaultValue={rule.minimumStaff} maxLength={2} />
      <NumberField
        name="childrenPerFullTime"
        label={t('rule.childrenPerFullTime')}
        hint={t('rule.childrenPerFullTimeHint')}
        defaultValue={rule.childrenPerFullTime}
        maxLength={4}
      />
      <NumberField
        name="graceDays"
        label={t('rule.graceDays')}
        hint={t('rule.graceDaysHint')}
        defaultValue={rule.graceDays}
        maxLength={3}
      />
      <NumberField
        name="replacementDays"
        label={t('rule.replacementDays')}
        hint={t('rule.replacementDaysHint')}
        defaultValue={rule.replacementDays}
        maxLength={3}
      />
      <NumberField
        name="certificateMonths"
        label={t('rule.certificateMonths')}
        hint={t('rule.certificateMonthsHint')}
        defaultValue={rule.certificateMonths ?? ''}
        maxLength={3}
        optional
      />
      <CheckboxField name="isOfficial" label={t('rule.isOfficial')} hint={t('rule.isOfficialHint')} defaultChecked={rule.isOfficial} />
      <TextField name="documentNo" label={t('rule.documentNo')} defaultValue={rule.documentNo} maxLength={60} optional />
      <FormActions>
        <SubmitButton intent="save">{t(isNew ? 'rule.create' : 'rule.save')}</SubmitButton>
      </FormActions>
    </Form>
  );
};
