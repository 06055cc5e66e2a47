import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FindingStatus, VisitKind, VisitStatus } from '~/domain/health-care/visit';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { FindingTable, type ShownFinding } from './finding-table';
import { NextStep } from './next-step';
import { Stack } from './page';
import { StatusBadge } from './status-badge';

export interface VisitOfInstitution {
  id: string;
  organisation: string;
  visitor: string;
  kind: VisitKind;
  status: VisitStatus;
  plannedOn: string;
  visitedOn: string | null;
  findings: number;
  waiting: number;
}

interface InstitutionVisitsProps {
  visits: readonly VisitOfInstitution[];
  findings: readonly ShownFinding[];
}

const waits = ({ status }: { status: FindingStatus }) => status === 'open' || status === 'answered';

/** For the institution: what it has to mend, and the visits that were made or announced. */
export const InstitutionVisits = ({ visits, findings }: InstitutionVisitsProps) => {
  const { t } = useTranslation('visit');
  const open = findings.filter(({ status }) => status === 'open');
  const late = open.filter(({ isOverdue }) => isOverdue);
  const [first] = open;
  return (
    <Stack>
      {first ? (
        <NextStep to={paths.institutionFinding(first.id)} action={t('institution.answerIt')}>
          {late.length > 0
            ? t('institution.toMendLate', { count: late.length })
            : t('institution.toMendNext', { count: open.length, day: first.mendByOn })}
        </NextStep>
      ) : (
        <NextStep>{t('institution.toMendNone')}</NextStep>
      )}
      {findings.some(waits) && (
        <>
          <h3>{t('institution.toMend')}</h3>
          <FindingTable rows={findings.filter(waits)} caption={t('institution.toMend')} to={paths.institutionFinding} />
        </>
      )}
      <h3>{t('institution.visits')}</h3>
      <VisitHistory visits={visits} empty={{ title: t('institution.noVisits'), text: t('institution.noVisitsText') }} />
      {findings.some((finding) => !waits(finding)) && (
        <>
          <h3>{t('institution.settled')}</h3>
          <FindingTable
            rows={findings.filter((finding) => !waits(finding))}
            caption={t('institution.settled')}
            to={paths.institutionFinding}
          />
        </>
      )}
    </Stack>
  );
};

/** Visits to one institution, the newest first. */
export const VisitHistory = ({ visits, empty }: { visits: readonly VisitOfInstitution[]; empty: { title: string; text: string } }) => {
  const { t } = useTranslation('visit');
  return (
    <DataTable
      caption={t('institution.visits')}
      captionHidden
      dense
      rows={visits}
      rowKey={(row) => row.id}
      empty={<EmptyState title={empty.title}>{empty.text}</EmptyState>}
      columns={[
        {
          key: 'day',
          header: t('list.day'),
          rowHeader: true,
          nowrap: true,
          cell: (row) => <Link to={paths.visit(row.id)}>{row.visitedOn ?? row.plannedOn}</Link>,
        },
        { key: 'kind', header: t('list.kind'), cell: (row) => t(`kind.${row.kind}`), nowrap: true },
        { key: 'organisation', header: t('list.organisation'), cell: (row) => row.organisation },
        { key: 'visitor', header: t('list.visitor'), cell: (row) => row.visitor || t('list.anybody') },
        {
          key: 'findings',
          header: t('list.findings'),
          cell: (row) =>
            row.visitedOn === null
              ? '—'
              : row.findings === 0
                ? t('list.none')
                : t('list.findingsOf', { waiting: row.waiting, findings: row.findings }),
        },
        { key: 'status', header: t('list.status'), cell: (row) => <StatusBadge kind="visit:status" status={row.status} /> },
      ]}
    />
  );
};
