import { useTranslation } from 'react-i18next';
import { PLACEMENT_KINDS, PLACEMENT_ROLES, type PlacementKind } from '~/domain/talent/placement';
import { DateField, NumberField, SelectField, TextField } from './fields';

export interface TermValues {
  kind: PlacementKind;
  role: string;
  fromOn: string;
  untilOn: string;
  hoursPerDay: number | null;
  agreementSignedOn: string | null;
  insuredUntilOn: string | null;
  collegeMentor: string;
}

/** What a placement says beside who goes: kind, post, days, hours, papers, mentor. */
export const TermFields = ({ term }: { term?: TermValues }) => {
  const { t } = useTranslation(['placement', 'person']);
  return (
    <>
      <SelectField
        name="kind"
        label={t('field.kind')}
        defaultValue={term?.kind ?? 'post'}
        options={PLACEMENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <SelectField
        name="role"
        label={t('field.role')}
        defaultValue={term?.role ?? 'caregiver'}
        options={PLACEMENT_ROLES.map((value) => ({ value, label: t(`person:role.${value}`) }))}
      />
      <DateField name="fromOn" label={t('field.fromOn')} defaultValue={term?.fromOn} />
      <DateField name="untilOn" label={t('field.untilOn')} defaultValue={term?.untilOn} />
      <NumberField name="hoursPerDay" label={t('field.hoursPerDay')} decimal defaultValue={term?.hoursPerDay ?? 8} maxLength={4} />
      <DateField name="agreementSignedOn" label={t('field.agreementSignedOn')} defaultValue={term?.agreementSignedOn} />
      <DateField name="insuredUntilOn" label={t('field.insuredUntilOn')} optional defaultValue={term?.insuredUntilOn} />
      <TextField name="collegeMentor" label={t('field.collegeMentor')} defaultValue={term?.collegeMentor} maxLength={100} />
    </>
  );
};
