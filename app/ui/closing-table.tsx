import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { CompletionStatus, Score, ScoreKind } from '~/domain/completion/completion';
import type { Decision, ResultFacts } from '~/domain/completion/result';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { pairOf } from './attendance-tables';
import { DataTable } from './data-table';
import { ResultWords } from './result-words';
import { Badge, StatusBadge } from './status-badge';

export interface ClosingRow {
  enrolmentId: string;
  name: string;
  idTail: string;
  institution: string | null;
  percent: number | null;
  scores: readonly Score[];
  facts: ResultFacts;
  decision: Decision;
  /** Gets a result by the closing in hand. */
  concerned: boolean;
  completion: { id: string; status: CompletionStatus; number: string | null } | null;
}

interface ClosingTableProps {
  rows: readonly ClosingRow[];
  /** Mark those whom a supplementary closing concerns. */
  supplementary: boolean;
  /** Officers open the evidence of a person-time from here. */
  evidence?: boolean;
}

/** Per trainee: what was reached, what it leads to and why, and the certificate when there is one. */
export const ClosingTable = ({ rows, supplementary, evidence }: ClosingTableProps) => {
  const { t } = useTranslation('completion');
  const scoreOf = (kind: ScoreKind, retest: ScoreKind) => (row: ClosingRow) => {
    const points = [kind, retest]
      .map((each) => row.scores.find((score) => score.kind === each)?.points)
      .filter((value) => value !== undefined);
    return points.length === 0 ? NOTHING : points.join(' → ');
  };
  return (
    <DataTable
      caption={t('closing.results')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.enrolmentId}
      columns={[
        {
          key: 'name',
          header: t('column.name'),
          rowHeader: true,
          cell: (row) => (
            <>
              {row.name} {supplementary && row.concerned && <Badge tone="wait">{t('closing.concerned')}</Badge>}
            </>
          ),
        },
        { key: 'institution', header: t('column.institution'), cell: (row) => row.institution ?? NOTHING },
        {
          key: 'minutes',
          header: t('column.minutes'),
          numeric: true,
          cell: ({ facts: { ledger: l } }) => pairOf(l.theoryCredited + l.practiceCredited, l.theoryScheduled + l.practiceScheduled),
        },
        {
          key: 'percent',
          header: t('column.attendance'),
          cell: (row) => (row.percent === null ? NOTHING : `${row.percent.toFixed(1)}%`),
          numeric: true,
        },
        { key: 'theory', header: t('score.theory'), cell: scoreOf('theory', 'theory_retest'), numeric: true },
        { key: 'practical', header: t('score.practical'), cell: scoreOf('practical', 'practical_retest'), numeric: true },
        { key: 'result', header: t('column.result'), cell: (row) => <ResultWords decision={row.decision} /> },
        { key: 'certificate', header: t('column.certificate'), cell: (row) => <CertificateLink row={row} evidence={evidence} /> },
      ]}
    />
  );
};

const CertificateLink = ({ row: { completion }, evidence }: { row: ClosingRow; evidence?: boolean }) => {
  const { t } = useTranslation('completion');
  if (!completion?.number) return NOTHING;
  return (
    <>
      <Link to={evidence ? paths.personTime(completion.id) : paths.certificate(completion.number)}>{completion.number}</Link>{' '}
      {completion.status !== 'valid' && <StatusBadge kind="completion:status" status={completion.status} />}
      {evidence && <span className="visually-hidden">{t('personTime.title')}</span>}
    </>
  );
};
