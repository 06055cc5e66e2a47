import { useTranslation } from 'react-i18next';
import type { Ledger } from '~/domain/attendance/attendance';
import type { EnrolmentStatus } from '~/domain/enrolment/enrolment';
import type { LessonKind, LessonStatus } from '~/domain/training-class/training-class';
import { formatSpan, NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { DataTable } from './data-table';
import { Badge, StatusBadge } from './status-badge';
import { useLanguage } from './use-words';

export interface LessonProgress {
  id: string;
  title: string;
  startsAt: string | Date;
  endsAt: string | Date;
  kind: LessonKind;
  lecturer: string;
  status: LessonStatus;
  minutes: number;
  marked: number;
  there: number;
  begun: boolean;
  overdue: boolean;
}

interface LessonsProps {
  rows: readonly LessonProgress[];
  people: number;
  /** Link each lesson to its sheet. */
  classId?: string;
}

/** The lessons of a class: how far each is marked, how many came. */
export const LessonsProgress = ({ rows, people, classId }: LessonsProps) => {
  const { t } = useTranslation(['attendance', 'class']);
  const language = useLanguage();
  const open = {
    key: 'open',
    header: <span className="visually-hidden">{t('overview.record')}</span>,
    cell: (row: LessonProgress) =>
      classId && row.status === 'scheduled' ? (
        <LinkButton to={paths.attendance(classId, row.id)} emphasis={row.begun && row.marked < people ? 'main' : 'quiet'} small>
          {t('overview.record')}
          <span className="visually-hidden">：{row.title}</span>
        </LinkButton>
      ) : null,
  };
  return (
    <DataTable
      caption={t('overview.lessons')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'lesson', header: t('overview.lesson'), cell: (row) => row.title, rowHeader: true },
        { key: 'time', header: t('overview.time'), cell: (row) => formatSpan(row.startsAt, row.endsAt, language), nowrap: true },
        { key: 'kind', header: t('overview.kind'), cell: (row) => t(`class:lessonKind.${row.kind}`) },
        { key: 'lecturer', header: t('overview.lecturer'), cell: (row) => row.lecturer || NOTHING },
        {
          key: 'there',
          header: t('overview.there'),
          cell: (row) => (row.status === 'scheduled' ? `${row.there} / ${people}` : NOTHING),
          numeric: true,
        },
        { key: 'state', header: t('overview.state'), cell: (row) => <LessonState row={row} people={people} /> },
        ...(classId ? [open] : []),
      ]}
    />
  );
};

const LessonState = ({ row, people }: { row: LessonProgress; people: number }) => {
  const { t } = useTranslation('attendance');
  if (row.status === 'cancelled') return <StatusBadge kind="class:lessonStatus" status="cancelled" />;
  if (!row.begun) return <Badge tone="off">{t('overview.future')}</Badge>;
  if (row.marked >= people) return <Badge tone="good">{t('overview.complete')}</Badge>;
  const missing = t('overview.partly', { count: people - row.marked });
  return <Badge tone={row.overdue ? 'bad' : 'wait'}>{row.overdue ? `${t('overview.late')} · ${missing}` : missing}</Badge>;
};

export interface LedgerRow {
  enrolmentId: string;
  name: string;
  institution: string | null;
  status: EnrolmentStatus;
  ledger: Ledger;
  percent: number | null;
}

export const pairOf = (credited: number, scheduled: number): string => `${credited} / ${scheduled}`;

/** Each trainee's minutes of theory and practice, credited and scheduled. */
export const MinutesTable = ({ rows }: { rows: readonly LedgerRow[] }) => {
  const { t } = useTranslation('attendance');
  return (
    <DataTable
      caption={t('overview.trainees')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.enrolmentId}
      columns={[
        { key: 'name', header: t('overview.name'), cell: (row) => row.name, rowHeader: true },
        { key: 'institution', header: t('overview.institution'), cell: (row) => row.institution ?? NOTHING },
        {
          key: 'theory',
          header: t('overview.theory'),
          cell: ({ ledger: l }) => pairOf(l.theoryCredited, l.theoryScheduled),
          numeric: true,
        },
        {
          key: 'practice',
          header: t('overview.practice'),
          cell: ({ ledger: l }) => pairOf(l.practiceCredited, l.practiceScheduled),
          numeric: true,
        },
        {
          key: 'total',
          header: t('overview.total'),
          cell: ({ ledger: l }) => pairOf(l.theoryCredited + l.practiceCredited, l.theoryScheduled + l.practiceScheduled),
          numeric: true,
        },
        { key: 'rate', header: t('rate'), cell: (row) => (row.percent === null ? NOTHING : `${row.percent.toFixed(1)}%`), numeric: true },
      ]}
    />
  );
};
