import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { CheckboxGroup } from './choice-fields';
import { NumberField } from './fields';
import { Form, FormActions } from './form';

/** `year`: the one that is asked for first. */
export const YearForm = ({
  year,
  values,
}: {
  year: number;
  values?: { plannedIntake: number; actualIntake: number | null; graduates: number | null };
}) => {
  const { t } = useTranslation('programme');
  return (
    <Form name="year" columns>
      <NumberField name="year" label={t('years.year')} defaultValue={year} maxLength={4} />
      <NumberField name="plannedIntake" label={t('years.planned')} defaultValue={values?.plannedIntake} maxLength={4} />
      <NumberField
        name="actualIntake"
        label={t('years.actual')}
        hint={t('years.actualHint')}
        optional
        defaultValue={values?.actualIntake}
        maxLength={4}
      />
      <NumberField
        name="graduates"
        label={t('years.graduates')}
        hint={t('years.graduatesHint')}
        optional
        defaultValue={values?.graduates}
        maxLength={4}
      />
      <FormActions>
        <SubmitButton intent="year">{t('years.save')}</SubmitButton>
      </FormActions>
    </Form>
  );
};

export const CoursesForm = ({ courses, linked }: { courses: readonly { id: string; title: string }[]; linked: readonly string[] }) => {
  const { t } = useTranslation('programme');
  if (courses.length === 0) return <p>{t('courses.noneYet')}</p>;
  return (
    <Form name="courses">
      <CheckboxGroup
        name="courses[]"
        label={t('courses.choose')}
        stacked
        defaultValue={linked}
        options={courses.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <FormActions>
        <SubmitButton intent="courses">{t('courses.save')}</SubmitButton>
      </FormActions>
    </Form>
  );
};
