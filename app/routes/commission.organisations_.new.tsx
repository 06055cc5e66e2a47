import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { COURSE_CATEGORIES } from '~/domain/course/course';
import { createOrganisation } from '~/domain/organisation/create-organisation.server';
import { kindInput, organisationInput, organisationSearch } from '~/domain/organisation/inputs';
import { usccContradicts } from '~/domain/organisation/uscc';
import { SubmitButton } from '~/ui/button';
import { Form, FormActions } from '~/ui/form';
import { OrganisationFields } from '~/ui/organisation-fields';
import { CategoryFields, ContactFields, InstitutionFields, KindChoice } from '~/ui/organisation-form';
import { Page, Section, Stack } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'organisation:create.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { kind } = parseSearch(request, organisationSearch);
    return { wholeCity: actor.role === 'city_officer', kind };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const facts = await parseForm(request, organisationInput(COURSE_CATEGORIES));
    const { kind } = await parseForm(request, kindInput);
    const id = await createOrganisation(contextFor(actor), { ...facts, kind });
    const odd = usccContradicts(facts.uscc, facts.legalNature);
    const page = kind === 'institution' ? paths.commissionInstitution(id) : paths.organisation(id);
    return redirectWithToast(page, odd ? 'organisation:facts.natureMismatch' : 'organisation:create.created');
  });

export default function NewOrganisation() {
  const { wholeCity, kind } = useLoaderData<typeof loader>();
  const { t } = useTranslation('organisation');
  return (
    <Page
      title={t('create.title')}
      lead={t('create.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('list.title'), to: paths.organisations() }, { label: t('create.title') }]}
    >
      <Form>
        <Section title={t('page.facts')}>
          <Stack>
            <KindChoice chosen={kind} />
            <OrganisationFields withCity={wholeCity} />
            <ContactFields />
          </Stack>
        </Section>
        <Section title={t('create.institution')}>
          <Stack>
            <InstitutionFields />
          </Stack>
        </Section>
        <Section title={t('create.provider')}>
          <CategoryFields label={t('field.categories')} />
        </Section>
        <FormActions>
          <SubmitButton>{t('create.submit')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  );
}
