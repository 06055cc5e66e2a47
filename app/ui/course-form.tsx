import { useTranslation } from 'react-i18next';
import { type CourseCategory, DELIVERIES, type PassRule } from '~/domain/course/course';
import type { OutlineSource } from '~/domain/course/outline';
import { CheckboxField, CheckboxGroup } from './choice-fields';
import { NumberField, SelectField, TextArea, TextField } from './fields';
import { Grid, Section } from './page';

export interface EditableCourse {
  title: string;
  categories: CourseCategory[];
  audience: string;
  summary: string;
  delivery: string;
  passRule: PassRule;
  contactName: string;
  contactPhone: string;
  outlineIds: string[];
}

export interface OutlineChoice {
  id: string;
  category: CourseCategory;
  version: number;
  source: OutlineSource;
}

export const BasicsFields = ({ course, categories }: { course: EditableCourse; categories: readonly CourseCategory[] }) => {
  const { t } = useTranslation('course');
  const offered = [...new Set([...categories, ...course.categories])];
  return (
    <Section title={t('edit.basics')}>
      <TextField name="title" label={t('field.title')} defaultValue={course.title} maxLength={80} />
      <CheckboxGroup
        name="categories[]"
        label={t('field.category')}
        hint={t('hint.category')}
        options={offered.map((value) => ({ value, label: t(`category.${value}`) }))}
        defaultValue={course.categories}
      />
      <SelectField
        name="delivery"
        label={t('field.delivery')}
        defaultValue={course.delivery}
        options={DELIVERIES.map((value) => ({ value, label: t(`delivery.${value}`) }))}
      />
      <TextField name="audience" label={t('field.audience')} hint={t('hint.audience')} defaultValue={course.audience} maxLength={200} />
      <TextArea name="summary" label={t('field.summary')} hint={t('hint.summary')} defaultValue={course.summary} maxLength={1000} />
      <Grid>
        <TextField
          name="contactName"
          label={t('field.contact')}
          hint={t('hint.contact')}
          defaultValue={course.contactName}
          maxLength={40}
        />
        <TextField
          name="contactPhone"
          type="tel"
          label={t('field.contactPhone')}
          hint={t('hint.contact')}
          defaultValue={course.contactPhone}
          maxLength={30}
        />
      </Grid>
    </Section>
  );
};

export const PassRuleFields = ({ rule }: { rule: PassRule }) => {
  const { t } = useTranslation('course');
  return (
    <Section title={t('edit.pass')} intro={t('hint.passRule')}>
      <Grid min="13rem">
        <NumberField
          name="minAttendancePercent"
          label={t('passRule.minAttendance')}
          defaultValue={rule.minAttendancePercent}
          maxLength={3}
        />
        <NumberField name="minTheoryScore" label={t('passRule.minTheory')} optional defaultValue={rule.minTheoryScore} maxLength={3} />
        <NumberField
          name="minPracticalScore"
          label={t('passRule.minPractical')}
          optional
          defaultValue={rule.minPracticalScore}
          maxLength={3}
        />
      </Grid>
      <CheckboxField name="hoursMustBeMet" label={t('passRule.hoursMustBeMet')} defaultChecked={rule.hoursMustBeMet} />
    </Section>
  );
};

/** Which version of each category's outline the course is measured against. */
export const OutlineFields = ({ course, outlines }: { course: EditableCourse; outlines: readonly OutlineChoice[] }) => {
  const { t } = useTranslation('course');
  const categories = [...new Set(outlines.map((outline) => outline.category))];
  // One version each leaves nothing to choose: the server takes it.
  if (outlines.length === categories.length) return null;
  return (
    <Section title={t('edit.outlines')}>
      <Grid>
        {categories.map((category) => {
          const versions = outlines.filter((outline) => outline.category === category);
          return (
            <SelectField
              key={category}
              name={`outline.${category}`}
              label={t(`category.${category}`)}
              defaultValue={versions.find((version) => course.outlineIds.includes(version.id))?.id}
              options={versions.map(({ id, version, source }) => ({
                value: id,
                label: t('compliance.versionLabel', { version, source: t(`source.${source}`) }),
              }))}
            />
          );
        })}
      </Grid>
    </Section>
  );
};
