import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import type { PostClaimStatus } from '~/domain/person/roster';
import { NOTHING } from '~/i18n/format';
import { SubmitButton } from './button';
import { DataTable } from './data-table';
import { Form } from './form';
import { StatusBadge } from './status-badge';

interface Claim {
  id: string;
  institutionName: string;
  role: EngagementRole;
  startOn: string;
  status: PostClaimStatus;
  answerDueOn: string;
  reason: string | null;
}

/** What she claimed and what became of it. */
export const MyPostClaims = ({ claims }: { claims: readonly Claim[] }) => {
  const { t } = useTranslation(['roster', 'person']);
  return (
    <DataTable
      caption={t('mine.claims')}
      captionHidden
      rows={claims}
      rowKey={(row) => row.id}
      columns={[
        { key: 'institution', header: t('mine.institution'), rowHeader: true, cell: (row) => row.institutionName },
        { key: 'role', header: t('person:field.role'), nowrap: true, cell: (row) => t(`person:role.${row.role}`) },
        { key: 'start', header: t('person:field.startOn'), nowrap: true, cell: (row) => row.startOn },
        {
          key: 'status',
          header: t('double.status'),
          cell: (row) => (
            <>
              <StatusBadge kind="roster:claimStatus" status={row.status} />
              {row.reason && <p>{t('mine.decision', { text: row.reason })}</p>}
            </>
          ),
        },
        {
          key: 'due',
          header: t('field.dueOn'),
          nowrap: true,
          cell: (row) =>
            row.status === 'pending' ? (
              <>
                {row.answerDueOn}
                <Form name={`withdraw-${row.id}`}>
                  <input type="hidden" name="claimId" value={row.id} />
                  <SubmitButton intent="withdraw-claim" emphasis="quiet" small>
                    {t('mine.withdraw')}
                  </SubmitButton>
                </Form>
              </>
            ) : (
              NOTHING
            ),
        },
      ]}
    />
  );
};
