import { useTranslation } from 'react-i18next';
import type { FileFacts } from '~/domain/organisation/institution-facts';
import { OPERATOR_TYPES, type OperatorType } from '~/domain/organisation/organisation';
import { ConfirmForm } from './confirm-form';
import type { NamedPerson } from './fact-value';
import { DateField, SelectField, TextArea } from './fields';
import { ClassFields, RecognitionFields } from './institution-class-fields';
import { FileFields } from './institution-form';
import { useAreas } from './organisation-fields';
import { Section } from './page';

interface Props {
  institution: { operatorType: OperatorType | null; districtCode: string | null };
  facts: FileFacts;
  people: readonly NamedPerson[];
  today: string;
}

/** The institution says what its file should say instead. */
export const ProposalForm = ({ institution, facts, people, today }: Props) => {
  const { t } = useTranslation(['institution', 'organisation']);
  const areas = useAreas(false);
  return (
    <Section title={t('own.propose')} intro={t('own.proposeText')} id="propose">
      <ConfirmForm key={JSON.stringify([facts, institution])} intent="propose" label={t('own.submit')} reason={false}>
        <FileFields facts={facts} people={people} />
        <ClassFields facts={facts} />
        <RecognitionFields facts={facts} official={false} />
        <SelectField
          name="operatorType"
          label={t('fact.operatorType')}
          defaultValue={institution.operatorType}
          options={OPERATOR_TYPES.map((value) => ({ value, label: t(`organisation:operatorType.${value}`) }))}
        />
        <SelectField name="districtCode" label={t('fact.districtCode')} defaultValue={institution.districtCode} options={areas} />
        <DateField name="effectiveOn" label={t('own.effectiveOn')} hint={t('own.effectiveHint')} defaultValue={today} max={today} />
        <TextArea name="note" label={t('own.note')} hint={t('own.noteHint')} optional rows={3} maxLength={500} />
      </ConfirmForm>
    </Section>
  );
};
