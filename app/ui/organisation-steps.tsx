import { useTranslation } from 'react-i18next';
import type { OrganisationStatus } from '~/domain/organisation/organisation';
import type { OrganisationKind } from '~/domain/shared/actor';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { Form, FormActions } from './form';
import { OrganisationFields } from './organisation-fields';
import { CategoryFields, ContactFields, InstitutionFields, type OfficialValues } from './organisation-form';
import { Row, Section } from './page';

/** Approve for these categories, or send back with a reason. */
export const OrganisationReview = ({ categories }: { categories: readonly string[] }) => {
  const { t } = useTranslation('organisation');
  return (
    <Section title={t('page.decide')}>
      <Form name="approve">
        <CategoryFields label={t('page.grantCategories')} categories={categories} />
        <FormActions>
          <SubmitButton intent="approve">{t('page.approve')}</SubmitButton>
        </FormActions>
      </Form>
      <ConfirmForm name="return" intent="return" label={t('page.return')} danger />
    </Section>
  );
};

interface StepsProps {
  organisation: OfficialValues & { kind: OrganisationKind; status: OrganisationStatus };
  wholeCity: boolean;
}

/** Correct the facts; suspend or restore. */
export const OrganisationSteps = ({ organisation, wholeCity }: StepsProps) => {
  const { t } = useTranslation('organisation');
  const institution = organisation.kind === 'institution';
  return (
    <Row>
      <ConfirmForm name="change" intent="change" label={t('page.edit')} reason={false}>
        <OrganisationFields values={organisation} withCity={wholeCity && !institution} />
        <ContactFields values={organisation} />
        {institution ? (
          <InstitutionFields values={organisation} />
        ) : (
          <CategoryFields label={t('field.categories')} categories={organisation.categories} />
        )}
      </ConfirmForm>
      {organisation.status === 'approved' ? (
        <ConfirmForm name="suspend" intent="suspend" label={t('page.suspend')} explanation={t('page.suspendText')} danger />
      ) : (
        <ConfirmForm name="restore" intent="restore" label={t('page.restore')} />
      )}
    </Row>
  );
};
