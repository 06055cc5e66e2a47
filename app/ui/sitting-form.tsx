import { useTranslation } from 'react-i18next';
import { DEFAULT_APPEAL_DAYS, DEFAULT_PASS_POINTS, X_LEVELS, type XLevel } from '~/domain/evaluation/evaluation';
import { SubmitButton } from './button';
import { DateField, NumberField, SelectField, TextField } from './fields';
import { Form, FormActions } from './form';

interface SittingValues {
  xKindId: string;
  level: XLevel;
  siteId: string;
  code: string;
  registerFromOn: string;
  registerUntilOn: string;
  theoryOn: string;
  practicalOn: string;
  capacity: number;
  theoryPass: number;
  practicalPass: number;
  appealDays: number;
}

interface SittingFormProps {
  kinds: readonly { id: string; name: string; issuer: string }[];
  sites: readonly { id: string; name: string; seats: number; isActive: boolean }[];
  values?: SittingValues;
  /** Candidates rely on what it is called and what is examined. */
  locked?: boolean;
  submit: string;
}

/** What a sitting is: certificate and level, where, when, for how many, and from which marks on. */
export const SittingForm = ({ kinds, sites, values, locked, submit }: SittingFormProps) => {
  const { t } = useTranslation('evaluation');
  const kindOptions = kinds.map(({ id, name, issuer }) => ({ value: id, label: `${name} · ${issuer}` }));
  const siteOptions = sites
    .filter((site) => site.isActive || site.id === values?.siteId)
    .map(({ id, name, seats }) => ({ value: id, label: `${name} · ${t('field.seats')} ${seats}` }));
  return (
    <Form columns>
      <SelectField
        name="xKindId"
        label={t('field.kind')}
        hint={locked ? t('sittings.lockedHint') : undefined}
        options={kindOptions}
        defaultValue={values?.xKindId ?? (kinds.length === 1 ? kinds[0]?.id : undefined)}
      />
      <SelectField
        name="level"
        label={t('field.level')}
        options={X_LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))}
        defaultValue={values?.level}
      />
      <SelectField name="siteId" label={t('field.site')} options={siteOptions} defaultValue={values?.siteId} />
      <TextField name="code" label={t('field.code')} hint={t('sittings.codeHint')} defaultValue={values?.code} maxLength={24} />
      <DateField name="registerFromOn" label={t('field.registerFrom')} defaultValue={values?.registerFromOn} />
      <DateField name="registerUntilOn" label={t('field.registerUntil')} defaultValue={values?.registerUntilOn} />
      <DateField name="theoryOn" label={t('field.theoryOn')} defaultValue={values?.theoryOn} />
      <DateField name="practicalOn" label={t('field.practicalOn')} defaultValue={values?.practicalOn} />
      <NumberField
        name="capacity"
        label={t('field.capacity')}
        hint={t('sittings.capacityHint')}
        defaultValue={values?.capacity}
        maxLength={4}
      />
      <NumberField
        name="appealDays"
        label={t('field.appealDays')}
        hint={t('sittings.appealHint')}
        defaultValue={values?.appealDays ?? DEFAULT_APPEAL_DAYS}
        maxLength={2}
      />
      <NumberField
        name="theoryPass"
        label={t('field.theoryPass')}
        hint={t('sittings.passHint')}
        defaultValue={values?.theoryPass ?? DEFAULT_PASS_POINTS}
        decimal
        maxLength={5}
      />
      <NumberField
        name="practicalPass"
        label={t('field.practicalPass')}
        defaultValue={values?.practicalPass ?? DEFAULT_PASS_POINTS}
        decimal
        maxLength={5}
      />
      <FormActions>
        <SubmitButton>{submit}</SubmitButton>
      </FormActions>
    </Form>
  );
};
