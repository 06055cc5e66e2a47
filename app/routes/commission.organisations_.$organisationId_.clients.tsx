import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LONGEST_MONTHS, roleOfClients, scopesOf } from '~/domain/organisation/api-client';
import { listClients } from '~/domain/organisation/client-queries.server';
import { grantClient } from '~/domain/organisation/grant-client.server';
import { apiClientInput } from '~/domain/organisation/inputs';
import { getOrganisation } from '~/domain/organisation/queries.server';
import { addMonths, beijingDate } from '~/domain/shared/period';
import { SubmitButton } from '~/ui/button';
import { CheckboxGroup } from '~/ui/choice-fields';
import { ClientTable, IssuedKey, scopeWord } from '~/ui/client-keys';
import { DateField, TextField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { answerRevocation, clientRows } from '~/web/clients.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';

const SHOWN = 200;

export const meta: MetaFunction = (args) => titleFrom(args, 'client:grant.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { id, name, kind, status } = await getOrganisation(actor, params.organisationId ?? '');
    const { now } = contextFor(actor);
    const { rows } = await listClients(actor, { q: '', organisationId: id }, now, { limit: SHOWN, offset: 0 });
    const today = beijingDate(now);
    return {
      organisation: { id, name, approved: status === 'approved' },
      scopes: [...scopesOf(roleOfClients(kind))],
      rows: clientRows(rows),
      today,
      latest: addMonths(today, LONGEST_MONTHS),
    };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const organisationId = params.organisationId ?? '';
    if ((await intentOf(request, 'grant', 'revoke')) === 'revoke')
      return answerRevocation(request, actor, paths.organisationClients(organisationId));
    const { name, expiresOn, 'scopes[]': scopes } = await parseForm(request, apiClientInput);
    const { key } = await grantClient(contextFor(actor), organisationId, { name, expiresOn, scopes });
    return { issued: { name, secret: key } };
  });

export default function OrganisationClients() {
  const { organisation, scopes, rows, today, latest } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['client', 'organisation']);
  const answer = useActionData<typeof action>();
  const issued = answer && 'issued' in answer ? answer.issued : null;
  return (
    <Page
      title={t('grant.title')}
      lead={t('grant.lead')}
      width="wide"
      breadcrumbs={[
        { label: t('organisation:list.title'), to: paths.organisations() },
        { label: organisation.name, to: paths.organisation(organisation.id) },
        { label: t('grant.title') },
      ]}
    >
      {issued && <IssuedKey {...issued} />}
      <Section title={organisation.name}>
        <ClientTable rows={rows} empty={t('grant.none')} />
      </Section>
      <Section title={t('grant.new')} intro={t('grant.intro')}>
        {organisation.approved ? (
          <Form name="grant" columns>
            <TextField name="name" label={t('field.name')} hint={t('grant.nameHint')} maxLength={100} />
            <DateField
              name="expiresOn"
              label={t('field.expiresOn')}
              hint={t('grant.expiresHint', { months: LONGEST_MONTHS })}
              min={today}
              max={latest}
            />
            <CheckboxGroup
              name="scopes[]"
              label={t('field.scopes')}
              options={scopes.map((value) => ({ value, label: t(`scope.${scopeWord(value)}`) }))}
            />
            <FormActions>
              <SubmitButton intent="grant">{t('grant.submit')}</SubmitButton>
            </FormActions>
          </Form>
        ) : (
          <Notice>{t('grant.notApproved')}</Notice>
        )}
      </Section>
    </Page>
  );
}
