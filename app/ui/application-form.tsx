import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PRIVACY_VERSION } from '~/domain/account/account';
import { COURSE_CATEGORIES } from '~/domain/course/course';
import { PROVIDER_KINDS } from '~/domain/organisation/organisation';
import { paths } from '~/web/paths';
import { SubmitButton } from './button';
import { CheckboxField, CheckboxGroup, RadioGroup } from './choice-fields';
import { TextArea, TextField } from './fields';
import { Form, FormActions } from './form';
import { OrganisationFields, type OrganisationValues } from './organisation-fields';
import { Section, Stack } from './page';

export interface ApplicationValues extends OrganisationValues {
  kind: string;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  categories: readonly string[];
  applicationNote: string | null;
}

/** A provider's application; filled in where it was returned. */
export const ApplicationForm = ({ values }: { values?: ApplicationValues }) => {
  const { t } = useTranslation(['organisation', 'course', 'person']);
  return (
    <Form>
      <Section title={t('apply.unit')}>
        <Stack>
          <RadioGroup
            name="kind"
            label={t('field.kind')}
            defaultValue={values?.kind}
            options={PROVIDER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <OrganisationFields values={values} />
        </Stack>
      </Section>
      <Section title={t('apply.scope')}>
        <Stack>
          <CheckboxGroup
            name="categories[]"
            label={t('apply.wanted')}
            defaultValue={values?.categories}
            options={COURSE_CATEGORIES.map((value) => ({ value, label: t(`course:category.${value}`) }))}
          />
          <TextArea
            name="applicationNote"
            label={t('facts.note')}
            hint={t('apply.noteHint')}
            optional
            defaultValue={values?.applicationNote}
            maxLength={1000}
          />
        </Stack>
      </Section>
      <Section title={t('apply.contact')} intro={t('apply.contactIntro')}>
        <Stack>
          <TextField name="contactName" label={t('field.contact')} defaultValue={values?.contactName} autoComplete="name" maxLength={100} />
          <TextField
            name="contactPhone"
            label={t('apply.mobile')}
            type="tel"
            autoComplete="tel"
            defaultValue={values?.contactPhone}
            maxLength={20}
          />
          <TextField
            name="contactEmail"
            label={t('facts.email')}
            type="email"
            optional
            defaultValue={values?.contactEmail}
            maxLength={200}
          />
        </Stack>
      </Section>
      <Section>
        <Stack>
          <CheckboxField name="agreed" label={t('apply.agree')} />
          <Link to={paths.privacy()} target="_blank">
            {t('person:register.privacyRead', { version: PRIVACY_VERSION })}
          </Link>
          <FormActions>
            <SubmitButton>{values ? t('apply.again') : t('apply.submit')}</SubmitButton>
          </FormActions>
        </Stack>
      </Section>
    </Form>
  );
};
