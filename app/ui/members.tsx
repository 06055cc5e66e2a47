import { useTranslation } from 'react-i18next';
import type { AccountStatus } from '~/domain/account/account';
import type { EngagementRole } from '~/domain/person/person';
import type { Role } from '~/domain/shared/actor';
import { formatDate } from '~/i18n/format';
import { AccountActs } from './account-acts';
import { SubmitButton } from './button';
import { DataTable } from './data-table';
import { SelectField, TextField } from './fields';
import { Form, FormActions } from './form';
import { StatusBadge } from './status-badge';

interface Holder {
  accountId: string;
  name: string;
  username: string | null;
  phoneMasked: string | null;
  status: AccountStatus;
  secondFactor: boolean;
}

interface Member extends Holder {
  membershipId: string;
  role: Role;
  endedAt: string | null;
}

const loginOf = (row: Holder): string => [row.username, row.phoneMasked].filter(Boolean).join(' · ');

/** Who acts for an organisation, with what may be done to each account. */
export const Members = ({ members }: { members: readonly Member[] }) => {
  const { t } = useTranslation(['organisation', 'account', 'common']);
  return (
    <DataTable<Member>
      caption={t('page.members')}
      captionHidden
      rows={members}
      rowKey={(row) => row.membershipId}
      empty={<p>{t('page.noMembers')}</p>}
      columns={[
        { key: 'name', header: t('account:field.displayName'), rowHeader: true, cell: (row) => row.name },
        { key: 'login', header: t('page.login'), nowrap: true, cell: loginOf },
        { key: 'role', header: t('account:field.role'), cell: (row) => t(`common:role.${row.role}`) },
        { key: 'factor', header: t('page.secondFactor'), cell: (row) => (row.secondFactor ? t('page.on') : t('page.off')) },
        {
          key: 'acts',
          header: t('page.acts'),
          cell: (row) =>
            row.endedAt ? (
              t('page.endedAt', { date: formatDate(row.endedAt) })
            ) : (
              <AccountActs
                on={{ accountId: row.accountId, name: row.name, secondFactor: row.secondFactor, membershipId: row.membershipId }}
              />
            ),
        },
      ]}
    />
  );
};

/** Accounts that an institution's staff made themselves. */
export const StaffAccounts = ({ accounts }: { accounts: readonly (Holder & { role: EngagementRole })[] }) => {
  const { t } = useTranslation(['organisation', 'person']);
  return (
    <DataTable<Holder & { role: EngagementRole }>
      caption={t('page.staffAccounts')}
      captionHidden
      rows={accounts}
      rowKey={(row) => row.accountId + row.role}
      columns={[
        { key: 'name', header: t('person:field.name'), rowHeader: true, cell: (row) => row.name },
        { key: 'login', header: t('page.login'), nowrap: true, cell: loginOf },
        { key: 'role', header: t('person:field.role'), cell: (row) => t(`person:role.${row.role}`) },
        { key: 'status', header: t('facts.status'), cell: (row) => <StatusBadge kind="account:status" status={row.status} /> },
        {
          key: 'acts',
          header: t('page.acts'),
          cell: (row) => (
            <AccountActs on={{ accountId: row.accountId, name: row.name, secondFactor: row.secondFactor, membershipId: null }} />
          ),
        },
      ]}
    />
  );
};

/** A new account, or a further role for one that exists. */
export const IssueAccountForm = ({ roles }: { roles: readonly Role[] }) => {
  const { t } = useTranslation(['organisation', 'account', 'common']);
  return (
    <>
      <h3>{t('page.issue')}</h3>
      <p>{t('page.issueIntro')}</p>
      <Form name="issue" columns>
        <TextField name="name" label={t('account:field.displayName')} maxLength={100} />
        {roles.length === 1 ? (
          <input type="hidden" name="role" value={roles[0]} />
        ) : (
          <SelectField
            name="role"
            label={t('account:field.role')}
            options={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
          />
        )}
        <TextField name="phone" label={t('account:field.phone')} type="tel" optional maxLength={20} />
        <TextField name="username" label={t('account:field.username')} optional maxLength={32} />
        <FormActions>
          <SubmitButton intent="issue">{t('page.issue')}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
};
