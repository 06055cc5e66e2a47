import { useTranslation } from 'react-i18next';
import type { DisputeKind, DisputeStatus } from '~/domain/person/roster';
import { DataTable } from './data-table';
import { WantedLine } from './dispute-facts';
import { Section } from './page';
import { StatusBadge } from './status-badge';

interface Dispute {
  id: string;
  kind: DisputeKind;
  wanted: { startOn?: string; endOn?: string; role?: string };
  statement: string;
  status: DisputeStatus;
  answerDueOn: string;
  openedOn: string;
  decision: string | null;
}

/** What she disputed about an entry, and what came of it. */
export const MemberDisputes = ({ disputes }: { disputes: readonly Dispute[] }) => {
  const { t } = useTranslation('roster');
  if (disputes.length === 0) return null;
  return (
    <Section title={t('disputes.title')}>
      <DataTable
        caption={t('disputes.title')}
        captionHidden
        rows={disputes}
        rowKey={(row) => row.id}
        columns={[
          { key: 'kind', header: t('mine.disputeKind'), rowHeader: true, cell: (row) => t(`disputeKind.${row.kind}`) },
          { key: 'wanted', header: t('answers.says'), cell: (row) => <WantedLine wanted={row.wanted} /> },
          { key: 'statement', header: t('field.statement'), cell: (row) => row.statement },
          { key: 'due', header: t('field.dueOn'), nowrap: true, cell: (row) => row.answerDueOn },
          {
            key: 'status',
            header: t('double.status'),
            cell: (row) => (
              <>
                <StatusBadge kind="roster:disputeStatus" status={row.status} />
                {row.decision && <p>{t('mine.decision', { text: row.decision })}</p>}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
};
