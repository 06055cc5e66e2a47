import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { rolesOfKind } from '~/domain/organisation/organisation';
import { getOrganisation, listMembers, listStaffAccounts } from '~/domain/organisation/queries.server';
import { usccContradicts } from '~/domain/organisation/uscc';
import { LinkButton } from '~/ui/button';
import { ListExport } from '~/ui/list-export';
import { IssueAccountForm, Members, StaffAccounts } from '~/ui/members';
import { Notice } from '~/ui/notice';
import { issuedIn, OneTimePassword } from '~/ui/one-time-password';
import { OrganisationFacts } from '~/ui/organisation-facts';
import { OrganisationReview, OrganisationSteps } from '~/ui/organisation-steps';
import { Page, Section } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import { titleOf } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { actOnOrganisation } from '~/web/organisation-acts.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.organisation.name ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const found = await getOrganisation(actor, params.organisationId ?? '');
    const [members, staff] = await Promise.all([listMembers(found.id), listStaffAccounts(found.id, contextFor(actor).now)]);
    const { createdAt, decidedAt: _decidedAt, decidedBy: _decidedBy, isDemo: _isDemo, ...facts } = found;
    return {
      organisation: { ...facts, createdAt: createdAt.toISOString() },
      natureMismatch: found.uscc !== null && found.legalNature !== null && usccContradicts(found.uscc, found.legalNature),
      roles: rolesOfKind(found.kind),
      members: members.map(({ grantedAt: _grantedAt, endedAt, ...row }) => ({ ...row, endedAt: endedAt?.toISOString() ?? null })),
      staff,
      wholeCity: actor.role === 'city_officer',
    };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    return actOnOrganisation(request, contextFor(actor), params.organisationId ?? '');
  });

export default function OrganisationPage() {
  const { organisation, natureMismatch, roles, members, staff, wholeCity } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['organisation', 'client']);
  const issued = issuedIn(useActionData<typeof action>());
  const { status } = organisation;
  return (
    <Page
      title={organisation.name}
      status={<StatusBadge kind="organisation:status" status={status} />}
      lead={status === 'applied' ? t('page.leadApplied') : undefined}
      breadcrumbs={[{ label: t('list.title'), to: paths.organisations() }, { label: organisation.name }]}
      actions={
        <>
          {organisation.kind === 'institution' && (
            <LinkButton to={paths.commissionInstitution(organisation.id)} emphasis="second">
              {t('page.file')}
            </LinkButton>
          )}
          <LinkButton to={paths.organisationClients(organisation.id)} emphasis="second">
            {t('client:grant.open')}
          </LinkButton>
        </>
      }
    >
      {issued && <OneTimePassword issued={issued} />}
      {natureMismatch && <Notice tone="warn">{t('facts.natureMismatch')}</Notice>}
      {organisation.decisionReason && (
        <Notice tone="warn" title={t('apply.opinion')}>
          <p>{organisation.decisionReason}</p>
        </Notice>
      )}
      {status === 'applied' && <OrganisationReview categories={organisation.categories} />}
      <Section title={t('page.facts')}>
        <OrganisationFacts organisation={organisation} />
        {(status === 'approved' || status === 'suspended') && <OrganisationSteps organisation={organisation} wholeCity={wholeCity} />}
      </Section>
      {status === 'approved' && (
        <>
          <Section
            title={t('page.members')}
            intro={t('page.membersIntro')}
            actions={members.length > 0 ? <ListExport list="organisation-members" of={{ organisation: organisation.id }} /> : undefined}
          >
            <Members members={members} />
            <IssueAccountForm roles={roles} />
          </Section>
          {staff.length > 0 && (
            <Section title={t('page.staffAccounts')} intro={t('page.staffAccountsIntro')}>
              <StaffAccounts accounts={staff} />
            </Section>
          )}
        </>
      )}
    </Page>
  );
}
