import { useTranslation } from 'react-i18next';
import { RadioGroup } from './choice-fields';

/** Working in an institution, or about to: decides who confirms an enrolment. */
export const WorkChoice = () => {
  const { t } = useTranslation('person');
  return (
    <RadioGroup
      name="work"
      label={t('work.label')}
      stacked
      options={[
        { value: 'institution', label: t('work.institution') },
        { value: 'pre_service', label: t('work.pre_service') },
      ]}
    />
  );
};
