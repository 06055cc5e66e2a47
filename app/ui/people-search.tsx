import { useTranslation } from 'react-i18next';
import { ID_TYPES } from '~/domain/shared/identity';
import { SubmitButton } from './button';
import { SelectField, TextField } from './fields';
import { Form, FormActions } from './form';
import { Grid, Section } from './page';

/** Two ways to find one person: her exact number, or her exact name and where she works. */
export const PeopleSearch = () => {
  const { t } = useTranslation(['roster', 'person', 'common']);
  return (
    <Grid min="26rem">
      <Section title={t('people.byNumber')}>
        <Form name="number">
          <SelectField
            name="idType"
            label={t('person:field.idType')}
            defaultValue="resident_id"
            options={ID_TYPES.map((value) => ({ value, label: t(`person:idType.${value}`) }))}
          />
          <TextField name="idNumber" label={t('person:field.idNumber')} maxLength={60} />
          <FormActions>
            <SubmitButton intent="number">{t('common:action.search')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
      <Section title={t('people.byName')}>
        <Form name="name">
          <TextField name="name" label={t('person:field.name')} hint={t('people.nameHint')} maxLength={100} />
          <TextField name="institution" label={t('people.institution')} optional maxLength={100} />
          <FormActions>
            <SubmitButton intent="name">{t('common:action.search')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </Grid>
  );
};
