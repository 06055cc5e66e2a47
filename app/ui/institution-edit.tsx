import { useTranslation } from 'react-i18next';
import type { FileFacts } from '~/domain/organisation/institution-facts';
import { ConfirmForm } from './confirm-form';
import type { NamedPerson } from './fact-value';
import { ClassFields, RecognitionFields } from './institution-class-fields';
import { FileFields } from './institution-form';

/** The whole file in one form, for the district. */
export const EditFile = ({ facts, people, seen }: { facts: FileFacts; people: readonly NamedPerson[]; seen: string | null }) => {
  const { t } = useTranslation('institution');
  return (
    <ConfirmForm
      // Fields keep what they began with: another file needs other fields.
      key={seen}
      intent="file"
      label={t('page.edit')}
      explanation={t('page.editText')}
      values={seen ? { seen } : {}}
      reason={false}
    >
      <FileFields facts={facts} people={people} />
      <ClassFields facts={facts} />
      <RecognitionFields facts={facts} official />
    </ConfirmForm>
  );
};
