import { useTranslation } from 'react-i18next';
import type { MajorLevel, PointStatus } from '~/domain/talent/programme';
import { DateField, SelectField, TextField } from './fields';
import { usePunctuation } from './use-punctuation';

export interface OwnPoint {
  id: string;
  name: string;
  level: MajorLevel;
  status: PointStatus;
}

interface Values {
  pointId: string;
  studentNo: string;
  className: string;
  enrolledOn: string;
}

/** Points of a college as choices: two levels may have a major of the same name. */
export const usePointChoices = (points: readonly OwnPoint[]) => {
  const { t } = useTranslation('programme');
  const marks = usePunctuation();
  return points.map(({ id, name, level }) => ({ value: id, label: name + marks.aside(t(`level.${level}`)) }));
};

/** What a college says about a student's studies. */
export const StudentFields = ({ points, values }: { points: readonly OwnPoint[]; values?: Values }) => {
  const { t } = useTranslation('funnel');
  const choices = usePointChoices(points);
  return (
    <>
      <SelectField
        name="pointId"
        label={t('student.field.major')}
        hint={t('student.field.majorHint')}
        defaultValue={values?.pointId}
        options={choices}
      />
      <TextField
        name="studentNo"
        label={t('student.field.studentNo')}
        hint={t('student.field.studentNoHint')}
        defaultValue={values?.studentNo}
        maxLength={40}
      />
      <TextField name="className" label={t('student.field.className')} optional defaultValue={values?.className} maxLength={60} />
      <DateField name="enrolledOn" label={t('student.field.enrolledOn')} defaultValue={values?.enrolledOn} />
    </>
  );
};
