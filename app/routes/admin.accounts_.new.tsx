import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listGrantPlaces } from '~/domain/account/account-list.server';
import { accountInput, placeInput } from '~/domain/organisation/inputs';
import { issueAccount } from '~/domain/organisation/issue-account.server';
import { rolesOfKind } from '~/domain/organisation/organisation';
import { SubmitButton } from '~/ui/button';
import { SelectField, TextField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { issuedIn, OneTimePassword } from '~/ui/one-time-password';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'account:admin.newTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const places = await listGrantPlaces(await requireActor(request, 'system_admin'));
    return { places, roles: [...new Set(places.flatMap((place) => rolesOfKind(place.kind)))] };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'system_admin'));
    const { organisationId } = await parseForm(request, placeInput);
    const issued = await issueAccount(ctx, organisationId, await parseForm(request, accountInput));
    return issued.password ? { issued } : redirectWithToast(paths.adminAccount(issued.accountId), 'organisation:page.granted');
  });

export default function NewAccount() {
  const { places, roles } = useLoaderData<typeof loader>();
  const issued = issuedIn(useActionData<typeof action>());
  const { t } = useTranslation(['account', 'common', 'organisation']);
  return (
    <Page
      title={t('admin.newTitle')}
      lead={t('admin.newLead')}
      width="narrow"
      breadcrumbs={[{ label: t('admin.title'), to: paths.accounts() }, { label: t('admin.newTitle') }]}
    >
      {issued && <OneTimePassword issued={issued} />}
      <Section>
        <Form>
          <SelectField
            name="organisationId"
            label={t('admin.place')}
            options={places.map((place) => ({ value: place.id, label: place.name }))}
          />
          <SelectField name="role" label={t('field.role')} options={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))} />
          <TextField name="name" label={t('field.displayName')} maxLength={100} />
          <TextField name="phone" label={t('field.phone')} type="tel" optional hint={t('organisation:page.issueIntro')} maxLength={20} />
          <TextField name="username" label={t('field.username')} optional maxLength={32} />
          <FormActions>
            <SubmitButton>{t('admin.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </Page>
  );
}
