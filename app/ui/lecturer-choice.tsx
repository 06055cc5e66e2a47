import { useTranslation } from 'react-i18next';
import type { LecturerStanding } from '~/domain/lecturer/lecturer';
import { SelectField, TextField } from './fields';

export interface LecturerOption {
  id: string;
  name: string;
  employer: string;
  standing: LecturerStanding;
  isExpert: boolean;
}

interface LecturerChoiceProps {
  /** Names of the two fields. */
  registry: string;
  printed: string;
  options: readonly LecturerOption[];
  chosen?: string | null;
  text?: string;
  hints?: boolean;
}

/** Who teaches a lesson: somebody of the registry, and what the timetable prints where that differs. */
export const LecturerChoice = ({ registry, printed, options, chosen, text, hints }: LecturerChoiceProps) => {
  const { t } = useTranslation('lecturer');
  const labelOf = ({ isExpert, standing, ...option }: LecturerOption) => {
    const named = t(isExpert ? 'lesson.optionExpert' : 'lesson.option', { name: option.name, employer: option.employer });
    return standing === 'approved' ? named : t('lesson.optionStanding', { option: named, standing: t(`standing.${standing}`) });
  };
  return (
    <>
      <SelectField
        name={registry}
        label={t('lesson.registry')}
        hint={hints ? t('lesson.registryHint') : undefined}
        options={options.map((option) => ({ value: option.id, label: labelOf(option) }))}
        defaultValue={options.some(({ id }) => id === chosen) ? chosen : ''}
        placeholder={t('lesson.none')}
        optional
      />
      <TextField
        name={printed}
        label={t('lesson.printed')}
        hint={hints ? t('lesson.printedHint') : undefined}
        defaultValue={text}
        maxLength={100}
        optional
      />
    </>
  );
};
