import { useTranslation } from 'react-i18next';
import type { RECOUNTED } from '~/domain/goal/goal';
import type { JobOutcome } from '~/domain/job/job';
import { formatDateTime, formatNumber } from '~/i18n/format';
import { paths } from '~/web/paths';
import { SubmitButton } from './button';
import { DataTable } from './data-table';
import { Form } from './form';
import { Notice } from './notice';
import { Badge } from './status-badge';
import { usePunctuation } from './use-punctuation';
import { useLanguage } from './use-words';

const TONES = { running: 'on', done: 'good', failed: 'wait', given_up: 'bad' } as const;

function Outcome({ outcome }: { outcome: JobOutcome }) {
  const { t } = useTranslation('jobs');
  return <Badge tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</Badge>;
}

interface Worker {
  workerId: string;
  backend: string;
  startedAt: string | Date;
  queue: { waiting: number; active: number; delayed: number; failed: number };
}

export function Workers({ rows, lagMs }: { rows: Worker[]; lagMs: number }) {
  const { t } = useTranslation('jobs');
  const marks = usePunctuation();
  const language = useLanguage();
  if (rows.length === 0) return <Notice tone="bad">{t('console.noWorkers')}</Notice>;
  return (
    <>
      <p>
        {t('console.lag')}
        {marks.colon}
        <strong className="numeric">{t('console.lagValue', { ms: formatNumber(lagMs, language) })}</strong>
      </p>
      <DataTable
        caption={t('console.workers')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.workerId}
        columns={[
          { key: 'worker', header: t('console.worker'), cell: (row) => row.workerId, rowHeader: true },
          { key: 'backend', header: t('console.backend'), cell: (row) => row.backend },
          { key: 'started', header: t('console.startedAt'), cell: (row) => formatDateTime(row.startedAt) },
          {
            key: 'queue',
            header: t('console.queue'),
            cell: ({ queue }) => `${queue.waiting} / ${queue.active} / ${queue.delayed} / ${queue.failed}`,
          },
        ]}
      />
    </>
  );
}

export function GivenUpJobs({
  rows,
}: {
  rows: { job_name: string; event_id: string; event_name: string; at: string; note: string | null }[];
}) {
  const { t } = useTranslation('jobs');
  if (rows.length === 0) return <Notice tone="good">{t('console.noneGiven')}</Notice>;
  return (
    <DataTable
      caption={t('console.given')}
      captionHidden
      rows={rows}
      rowKey={(row) => `${row.job_name}.${row.event_id}`}
      columns={[
        { key: 'job', header: t('console.job'), cell: (row) => row.job_name, rowHeader: true },
        { key: 'event', header: t('console.event'), cell: (row) => `${row.event_name} ${row.event_id}` },
        { key: 'at', header: t('console.lastRun'), cell: (row) => formatDateTime(row.at) },
        { key: 'note', header: t('console.note'), cell: (row) => row.note ?? '—' },
        {
          key: 'retry',
          header: t('console.retry'),
          cell: (row) => (
            <Form name={`retry-${row.job_name}-${row.event_id}`}>
              <input type="hidden" name="jobName" value={row.job_name} />
              <input type="hidden" name="eventId" value={row.event_id} />
              <SubmitButton small>{t('console.retry')}</SubmitButton>
            </Form>
          ),
        },
      ]}
    />
  );
}

interface Summary {
  job_name: string;
  last_at: string;
  last_scheduled_at: string | null;
  last_outcome: JobOutcome;
  last_note: string | null;
  done: number;
  failed: number;
  given_up: number;
}

export function JobSummaries({ rows }: { rows: Summary[] }) {
  const { t } = useTranslation('jobs');
  return (
    <DataTable
      caption={t('console.jobs')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.job_name}
      columns={[
        { key: 'job', header: t('console.job'), cell: (row) => row.job_name, rowHeader: true },
        { key: 'last', header: t('console.lastRun'), cell: (row) => formatDateTime(row.last_at) },
        {
          key: 'scheduled',
          header: t('console.lastScheduled'),
          cell: (row) => (row.last_scheduled_at ? formatDateTime(row.last_scheduled_at) : '—'),
        },
        { key: 'result', header: t('console.result'), cell: (row) => <Outcome outcome={row.last_outcome} /> },
        { key: 'note', header: t('console.note'), cell: (row) => row.last_note ?? '—' },
        { key: 'counts', header: t('console.counts'), cell: (row) => `${row.done} / ${row.failed} / ${row.given_up}`, numeric: true },
      ]}
    />
  );
}

interface Run {
  id: string;
  jobName: string;
  eventId: string | null;
  attempt: number;
  startedAt: string | Date;
  finishedAt: string | Date | null;
  outcome: JobOutcome;
  note: string | null;
}

export function JobRuns({ rows }: { rows: Run[] }) {
  const { t } = useTranslation('jobs');
  const took = (run: Run) =>
    run.finishedAt ? t('console.lagValue', { ms: new Date(run.finishedAt).getTime() - new Date(run.startedAt).getTime() }) : '—';
  return (
    <DataTable
      caption={t('console.runs')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'started', header: t('console.lastRun'), cell: (row) => formatDateTime(row.startedAt), nowrap: true },
        { key: 'job', header: t('console.job'), cell: (row) => row.jobName, rowHeader: true },
        { key: 'attempt', header: t('console.attempt'), cell: (row) => row.attempt, numeric: true },
        { key: 'outcome', header: t('console.result'), cell: (row) => <Outcome outcome={row.outcome} /> },
        { key: 'took', header: t('console.duration'), cell: took, numeric: true },
        { key: 'note', header: t('console.note'), cell: (row) => row.note ?? '—' },
      ]}
    />
  );
}

export function Recounts({
  rows,
}: {
  rows: { id: string; of: (typeof RECOUNTED)[number]; startedAt: string | Date; rowsCounted: number; differences: number }[];
}) {
  const { t } = useTranslation('jobs');
  const language = useLanguage();
  if (rows.length === 0) return <Notice tone="info">{t('console.noRecount')}</Notice>;
  return (
    <DataTable
      caption={t('console.recounts')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', header: t('audit.at'), cell: (row) => formatDateTime(row.startedAt), rowHeader: true },
        { key: 'of', header: t('recount.ofHeader'), cell: (row) => t(`recount.of.${row.of}`) },
        { key: 'rows', header: t('console.rowsCounted'), cell: (row) => formatNumber(row.rowsCounted, language), numeric: true },
        {
          key: 'differences',
          header: t('console.differences'),
          cell: (row) =>
            row.differences === 0 ? (
              <Badge tone="good">{t('console.agrees')}</Badge>
            ) : (
              <a href={paths.recount(row.id)}>{formatNumber(row.differences, language)}</a>
            ),
        },
      ]}
    />
  );
}
