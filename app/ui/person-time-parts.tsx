import { useTranslation } from 'react-i18next';
import type { AttendanceMark } from '~/domain/attendance/attendance';
import type { CompletionEntryKind } from '~/domain/completion/closing';
import type { Score } from '~/domain/completion/completion';
import type { LessonKind, LessonStatus } from '~/domain/training-class/training-class';
import { formatDateTime, formatSpan, NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { StatusBadge } from './status-badge';
import { useLanguage } from './use-words';

interface LessonRow {
  id: string;
  title: string;
  startsAt: string | Date;
  endsAt: string | Date;
  kind: LessonKind;
  minutes: number;
  lecturer: string;
  status: LessonStatus;
  mark: AttendanceMark | null;
  credited: number | null;
  late: number | null;
}

/** Each lesson with this person's mark and the minutes it earned. */
export const MarkedLessons = ({ rows }: { rows: readonly LessonRow[] }) => {
  const { t } = useTranslation(['completion', 'attendance', 'class']);
  const language = useLanguage();
  const of = (kind: LessonKind) => rows.filter((row) => row.kind === kind && row.status === 'scheduled');
  const sum = (some: readonly LessonRow[]) =>
    `${some.reduce((all, row) => all + (row.credited ?? 0), 0)} / ${some.reduce((all, row) => all + row.minutes, 0)}`;
  const total = `${t('attendance:overview.theory')} ${sum(of('theory'))} · ${t('attendance:overview.practice')} ${sum(of('practice'))}`;
  return (
    <>
      <p>{total}</p>
      <DataTable
        caption={t('personTime.lessons')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'lesson', header: t('personTime.lesson'), cell: (row) => row.title, rowHeader: true },
          { key: 'time', header: t('personTime.time'), cell: (row) => formatSpan(row.startsAt, row.endsAt, language), nowrap: true },
          { key: 'kind', header: t('personTime.kind'), cell: (row) => t(`class:lessonKind.${row.kind}`) },
          { key: 'lecturer', header: t('attendance:overview.lecturer'), cell: (row) => row.lecturer || NOTHING },
          { key: 'mark', header: t('personTime.mark'), cell: (row) => <Mark row={row} /> },
          {
            key: 'credited',
            header: t('personTime.creditedMinutes'),
            cell: (row) => (row.status === 'scheduled' ? `${row.credited ?? 0} / ${row.minutes}` : NOTHING),
            numeric: true,
          },
        ]}
      />
    </>
  );
};

const Mark = ({ row }: { row: LessonRow }) => {
  const { t } = useTranslation('attendance');
  if (row.status === 'cancelled') return <StatusBadge kind="class:lessonStatus" status="cancelled" />;
  if (!row.mark) return t('sheet.nothing');
  return row.late === null ? <StatusBadge kind="attendance:mark" status={row.mark} /> : t('sheet.lateBy', { minutes: row.late });
};

export const ScoreList = ({ rows }: { rows: readonly (Score & { assessor: string })[] }) => {
  const { t } = useTranslation('completion');
  return (
    <DataTable
      caption={t('personTime.scores')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.kind}
      empty={<p>{t('personTime.noScores')}</p>}
      columns={[
        { key: 'kind', header: t('personTime.score'), cell: (row) => t(`score.${row.kind}`), rowHeader: true },
        { key: 'points', header: t('personTime.points'), cell: (row) => row.points, numeric: true },
        { key: 'on', header: t('personTime.assessedOn'), cell: (row) => row.assessedOn, nowrap: true },
        { key: 'by', header: t('personTime.assessor'), cell: (row) => row.assessor || NOTHING },
      ]}
    />
  );
};

interface EntryRow {
  kind: CompletionEntryKind;
  reason: string | null;
  at: string | Date;
  by: string | null;
  foldedAt: string | Date | null;
}

/** The counting ledger of one completion. */
export const Entries = ({ rows }: { rows: readonly EntryRow[] }) => {
  const { t } = useTranslation('completion');
  return (
    <DataTable
      caption={t('personTime.entries')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.kind}
      columns={[
        {
          key: 'entry',
          header: t('personTime.entry'),
          rowHeader: true,
          cell: (row) => (
            <>
              {t(`entry.${row.kind}`)}
              {row.reason && <small> {row.reason}</small>}
            </>
          ),
        },
        { key: 'at', header: t('personTime.at'), cell: (row) => formatDateTime(row.at), nowrap: true },
        { key: 'by', header: t('personTime.by'), cell: (row) => row.by ?? NOTHING },
        {
          key: 'folded',
          header: t('personTime.folded'),
          cell: (row) => (row.foldedAt ? formatDateTime(row.foldedAt) : t('personTime.notFolded')),
          nowrap: true,
        },
      ]}
    />
  );
};
