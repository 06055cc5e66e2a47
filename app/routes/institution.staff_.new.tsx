import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { addStaff } from '~/domain/person/add-staff.server';
import { staffInput } from '~/domain/person/inputs';
import { beijingDate } from '~/domain/shared/period';
import { LinkButton, SubmitButton } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { IdentityFields } from '~/ui/identity-fields';
import { Page, Section, Stack } from '~/ui/page';
import { CheckFields, EducationField, EngagementFields } from '~/ui/staff-fields';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'person:staff.newTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'institution_admin');
    return null;
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'institution_admin'));
    await addStaff(ctx, await parseForm(request, staffInput(beijingDate(ctx.now))));
    return redirectWithToast(paths.staff(), 'person:staff.added');
  });

export default function NewStaff() {
  const { t } = useTranslation(['person', 'roster', 'common']);
  return (
    <Page
      title={t('staff.newTitle')}
      lead={t('staff.newLead')}
      width="narrow"
      breadcrumbs={[{ label: t('staff.title'), to: paths.staff() }, { label: t('staff.newTitle') }]}
    >
      <Form>
        <Section title={t('staff.person')}>
          <Stack>
            <IdentityFields />
            <TextField name="phone" label={t('field.phone')} type="tel" optional maxLength={20} />
            <EducationField />
          </Stack>
        </Section>
        <Section title={t('staff.post')}>
          <Stack>
            <EngagementFields />
          </Stack>
        </Section>
        <Section title={t('roster:checks.title')} intro={t('roster:checks.intro')}>
          <Stack>
            <CheckFields />
          </Stack>
        </Section>
        <FormActions>
          <SubmitButton>{t('staff.save')}</SubmitButton>
          <LinkButton to={paths.staff()} emphasis="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
