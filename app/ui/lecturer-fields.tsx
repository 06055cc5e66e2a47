import { useTranslation } from 'react-i18next';
import { LECTURER_FIELDS, LECTURER_KINDS, type LecturerField, type LecturerKind } from '~/domain/lecturer/lecturer';
import { ID_TYPES } from '~/domain/shared/identity';
import { CheckboxGroup, RadioGroup } from './choice-fields';
import { SelectField, TextArea, TextField } from './fields';

interface LecturerFieldsProps {
  known?: { kind: LecturerKind; name: string; employer: string; qualification: string; fields: readonly LecturerField[] };
  /** What stands chosen where nothing is known yet. */
  kind?: LecturerKind;
}

/** What is said of a lecturer or expert; her document is optional and never shown again. */
export const LecturerFields = ({ known, kind = 'lecturer' }: LecturerFieldsProps) => {
  const { t } = useTranslation(['lecturer', 'person']);
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('field.kind')}
        options={LECTURER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        defaultValue={known?.kind ?? kind}
      />
      <TextField name="name" label={t('field.name')} defaultValue={known?.name} maxLength={100} />
      <TextField name="employer" label={t('field.employer')} hint={t('form.employerHint')} defaultValue={known?.employer} maxLength={100} />
      <CheckboxGroup
        name="fields[]"
        label={t('field.fields')}
        options={LECTURER_FIELDS.map((value) => ({ value, label: t(`fields.${value}`) }))}
        defaultValue={known?.fields ?? []}
      />
      <TextArea
        name="qualification"
        label={t('field.qualification')}
        hint={t('form.qualificationHint')}
        defaultValue={known?.qualification}
        rows={3}
        maxLength={500}
      />
      <SelectField
        name="idType"
        label={t('field.idType')}
        defaultValue="resident_id"
        options={ID_TYPES.map((value) => ({ value, label: t(`person:idType.${value}`) }))}
      />
      <TextField name="idNumber" label={t('field.idNumber')} hint={t('form.idHint')} optional maxLength={40} />
    </>
  );
};
