import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getAccount } from '~/domain/account/account-list.server';
import { restoreAccount } from '~/domain/account/restore-account.server';
import { suspendAccount } from '~/domain/account/suspend-account.server';
import { reasonInput } from '~/domain/shared/inputs';
import { formatDate } from '~/i18n/format';
import { AccountActs } from '~/ui/account-acts';
import { ConfirmForm } from '~/ui/confirm-form';
import { DataTable } from '~/ui/data-table';
import { DefinitionList } from '~/ui/definition-list';
import { issuedIn, OneTimePassword } from '~/ui/one-time-password';
import { Page, Section } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import { titleOf } from '~/ui/title';
import { ACCOUNT_ACTS, actOnAccount } from '~/web/account-acts.server';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.account.name ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'system_admin');
    const { createdAt, secondFactorSince, memberships, ...found } = await getAccount(actor, params.accountId ?? '');
    return {
      account: { ...found, createdOn: formatDate(createdAt), secondFactor: secondFactorSince !== null },
      memberships: memberships.map(({ grantedAt, endedAt, ...row }) => ({
        ...row,
        grantedOn: formatDate(grantedAt),
        endedOn: endedAt && formatDate(endedAt),
      })),
      own: actor.accountId === found.id,
    };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'system_admin'));
    const id = params.accountId ?? '';
    const here = paths.adminAccount(id);
    const intent = await intentOf(request, 'suspend', 'restore', ...ACCOUNT_ACTS);
    if (intent === 'suspend') {
      await suspendAccount(ctx, id, (await parseForm(request, reasonInput)).reason);
      return redirectWithToast(here, 'account:admin.suspended');
    }
    if (intent === 'restore') {
      await restoreAccount(ctx, id, (await parseForm(request, reasonInput)).reason);
      return redirectWithToast(here, 'account:admin.restored');
    }
    return actOnAccount(request, ctx, intent, here);
  });

export default function AdminAccount() {
  const { account, memberships, own } = useLoaderData<typeof loader>();
  const issued = issuedIn(useActionData<typeof action>());
  const { t } = useTranslation(['account', 'common', 'organisation']);
  return (
    <Page
      title={account.name}
      status={<StatusBadge kind="account:status" status={account.status} />}
      breadcrumbs={[{ label: t('admin.title'), to: paths.accounts() }, { label: account.name }]}
    >
      {issued && <OneTimePassword issued={issued} />}
      <Section>
        <DefinitionList
          items={[
            account.username ? [t('field.username'), account.username] : null,
            account.phoneMasked ? [t('field.phone'), account.phoneMasked] : null,
            [t('organisation:page.secondFactor'), account.secondFactor ? t('organisation:page.on') : t('organisation:page.off')],
            account.mustChangePassword ? [t('field.password'), t('admin.mustChange')] : null,
            [t('admin.createdAt'), account.createdOn],
          ]}
        />
        {!own && (
          <>
            <AccountActs on={{ accountId: account.id, name: account.name, secondFactor: account.secondFactor, membershipId: null }} />
            {account.status === 'active' && (
              <ConfirmForm name="suspend" intent="suspend" label={t('admin.suspend')} explanation={t('admin.suspendText')} danger />
            )}
            {account.status === 'suspended' && <ConfirmForm name="restore" intent="restore" label={t('admin.restore')} />}
          </>
        )}
      </Section>
      <Section title={t('admin.memberships')}>
        <DataTable<(typeof memberships)[number]>
          caption={t('admin.memberships')}
          captionHidden
          rows={memberships}
          rowKey={(row) => row.id}
          empty={<p>{t('admin.noMemberships')}</p>}
          columns={[
            { key: 'place', header: t('admin.place'), rowHeader: true, cell: (row) => row.organisation },
            { key: 'role', header: t('field.role'), cell: (row) => t(`common:role.${row.role}`) },
            { key: 'since', header: t('admin.createdAt'), nowrap: true, cell: (row) => row.grantedOn },
            {
              key: 'acts',
              header: t('organisation:page.acts'),
              cell: (row) =>
                row.endedOn ? (
                  t('organisation:page.endedAt', { date: row.endedOn })
                ) : own ? null : (
                  <ConfirmForm
                    name={`end-${row.id}`}
                    intent="end"
                    values={{ membershipId: row.id }}
                    label={t('organisation:page.end')}
                    danger
                  />
                ),
            },
          ]}
        />
      </Section>
    </Page>
  );
}
