import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ACCOUNT_STATUSES } from '~/domain/account/account';
import { listAccounts } from '~/domain/account/account-list.server';
import { accountSearch } from '~/domain/account/inputs';
import { ROLES } from '~/domain/shared/actor';
import { formatDate } from '~/i18n/format';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { usePunctuation } from '~/ui/use-punctuation';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'account:admin.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'system_admin');
    const { page, ...filter } = parseSearch(request, accountSearch);
    const { rows, total } = await listAccounts(actor, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const shown = rows.map(({ createdAt, secondFactorSince, mustChangePassword: _issued, ...row }) => ({
      ...row,
      secondFactor: secondFactorSince !== null,
      createdOn: formatDate(createdAt),
    }));
    return { rows: shown, total, page, filter };
  });

export default function Accounts() {
  const { rows, total, page, filter } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['account', 'common', 'organisation']);
  const marks = usePunctuation();
  return (
    <Page
      title={t('admin.title')}
      lead={t('admin.lead')}
      actions={
        <>
          <ListExport list="accounts" />
          <LinkButton to={paths.newAccount()}>{t('admin.create')}</LinkButton>
        </>
      }
    >
      <Section>
        <FilterBar>
          <TextField name="q" label={t('admin.search')} type="search" optional defaultValue={filter.q} maxLength={100} />
          <SelectField
            name="role"
            label={t('field.role')}
            optional
            placeholder={t('admin.allRoles')}
            defaultValue={filter.role}
            options={ROLES.filter((role) => role !== 'trainee').map((value) => ({ value, label: t(`common:role.${value}`) }))}
          />
          <SelectField
            name="status"
            label={t('field.status')}
            optional
            placeholder={t('admin.allStatuses')}
            defaultValue={filter.status}
            options={ACCOUNT_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
        </FilterBar>
        <DataTable<(typeof rows)[number]>
          caption={t('admin.caption')}
          captionHidden
          dense
          rows={rows}
          rowKey={(row) => row.id}
          empty={<p>{t('admin.empty')}</p>}
          columns={[
            {
              key: 'name',
              header: t('field.displayName'),
              rowHeader: true,
              cell: (row) => <Link to={paths.adminAccount(row.id)}>{row.name}</Link>,
            },
            {
              key: 'login',
              header: t('organisation:page.login'),
              nowrap: true,
              cell: (row) => [row.username, row.phoneMasked].filter(Boolean).join(' · '),
            },
            {
              key: 'roles',
              header: t('admin.roles'),
              cell: (row) =>
                row.roles.map((held) => `${t(`common:role.${held.role}`)} · ${held.organisation}`).join(marks.clause) || t('admin.noRoles'),
            },
            { key: 'status', header: t('field.status'), cell: (row) => <StatusBadge kind="account:status" status={row.status} /> },
            {
              key: 'factor',
              header: t('organisation:page.secondFactor'),
              cell: (row) => (row.secondFactor ? t('organisation:page.on') : t('organisation:page.off')),
            },
            { key: 'created', header: t('admin.createdAt'), nowrap: true, cell: (row) => row.createdOn },
          ]}
        />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
