import { useTranslation } from 'react-i18next';
import type { LessonKind, LessonStatus } from '~/domain/training-class/training-class';
import { formatHoursShort, formatSpan, NOTHING } from '~/i18n/format';
import { type Column, DataTable } from './data-table';
import { Badge } from './status-badge';
import { useLanguage } from './use-words';

export interface ListedLesson {
  id: string;
  title: string;
  kind: LessonKind;
  startsAt: string;
  endsAt: string;
  minutes: number;
  place: string;
  status: LessonStatus;
  changeReason: string | null;
}

/** The timetable of a class as everybody may see it. */
export const LessonList = ({ lessons, empty }: { lessons: readonly ListedLesson[]; empty: string }) => {
  const { t } = useTranslation('class');
  const language = useLanguage();
  const columns: Column<ListedLesson>[] = [
    { key: 'time', header: t('field.time'), nowrap: true, rowHeader: true, cell: (row) => formatSpan(row.startsAt, row.endsAt, language) },
    {
      key: 'title',
      header: t('form.content'),
      cell: (row) => (
        <>
          {row.title}
          {row.changeReason && (
            <small>
              {' '}
              {row.status === 'cancelled'
                ? t('page.cancelledLesson', { reason: row.changeReason })
                : t('page.changed', { reason: row.changeReason })}
            </small>
          )}
        </>
      ),
    },
    { key: 'kind', header: t('field.kind'), nowrap: true, cell: (row) => t(`lessonKind.${row.kind}`) },
    { key: 'hours', header: t('field.hours'), numeric: true, cell: (row) => formatHoursShort(row.minutes, language) },
    { key: 'place', header: t('field.place'), cell: (row) => row.place || NOTHING },
    {
      key: 'status',
      header: t('list.phase'),
      nowrap: true,
      cell: (row) => <Badge tone={row.status === 'cancelled' ? 'bad' : 'on'}>{t(`lessonStatus.${row.status}`)}</Badge>,
    },
  ];
  const shown = lessons.some((row) => row.status === 'cancelled') ? columns : columns.slice(0, -1);
  return (
    <DataTable caption={t('page.lessons')} captionHidden rows={lessons} rowKey={(row) => row.id} columns={shown} empty={<p>{empty}</p>} />
  );
};
