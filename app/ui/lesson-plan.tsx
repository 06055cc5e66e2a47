import { useTranslation } from 'react-i18next';
import type { LessonKind, LessonStatus } from '~/domain/training-class/training-class';
import { formatDate, formatHoursShort, formatSpan, formatTime, NOTHING } from '~/i18n/format';
import { ConfirmForm } from './confirm-form';
import { type Column, DataTable } from './data-table';
import { DateField, TextField, TimeField } from './fields';
import { LecturerChoice, type LecturerOption } from './lecturer-choice';
import { Row } from './page';
import { Badge } from './status-badge';
import { useLanguage } from './use-words';

export interface PlannedLesson {
  id: string;
  title: string;
  kind: LessonKind;
  moduleCode: string | null;
  startsAt: string;
  endsAt: string;
  minutes: number;
  place: string;
  lecturer: string;
  lecturerId: string | null;
  status: LessonStatus;
  changeReason: string | null;
  /** Not begun, and the class is not over: may be moved or cancelled. */
  open: boolean;
}

/** The provider's timetable of a class, with the two things that may happen to a lesson. */
export const LessonPlan = ({ lessons, lecturers }: { lessons: readonly PlannedLesson[]; lecturers: readonly LecturerOption[] }) => {
  const { t } = useTranslation('class');
  const language = useLanguage();
  const columns: Column<PlannedLesson>[] = [
    { key: 'time', header: t('field.time'), rowHeader: true, nowrap: true, cell: (row) => formatSpan(row.startsAt, row.endsAt, language) },
    { key: 'title', header: t('form.content'), cell: (row) => row.title },
    { key: 'kind', header: t('field.kind'), nowrap: true, cell: (row) => t(`lessonKind.${row.kind}`) },
    { key: 'module', header: t('field.module'), nowrap: true, cell: (row) => row.moduleCode ?? NOTHING },
    { key: 'hours', header: t('field.hours'), numeric: true, cell: (row) => formatHoursShort(row.minutes, language) },
    { key: 'place', header: t('field.place'), cell: (row) => row.place || NOTHING },
    { key: 'lecturer', header: t('field.lecturer'), cell: (row) => row.lecturer || NOTHING },
    {
      key: 'status',
      header: t('list.phase'),
      cell: (row) => (
        <>
          <Badge tone={row.status === 'cancelled' ? 'bad' : 'on'}>{t(`lessonStatus.${row.status}`)}</Badge> {row.changeReason}
        </>
      ),
    },
    { key: 'change', header: t('manage.decision'), cell: (row) => (row.open ? <Changes lesson={row} lecturers={lecturers} /> : NOTHING) },
  ];
  return (
    <DataTable
      caption={t('page.lessons')}
      captionHidden
      dense
      rows={lessons}
      rowKey={(row) => row.id}
      columns={columns}
      empty={<p>{t('lesson.empty')}</p>}
    />
  );
};

const Changes = ({ lesson, lecturers }: { lesson: PlannedLesson; lecturers: readonly LecturerOption[] }) => {
  const { t } = useTranslation('class');
  const language = useLanguage();
  const values = { lessonId: lesson.id };
  const time = formatSpan(lesson.startsAt, lesson.endsAt, language);
  return (
    <Row>
      <ConfirmForm
        name={`move-${lesson.id}`}
        intent="move"
        label={t('lesson.move')}
        explanation={t('lesson.moveTitle', { title: lesson.title })}
        values={values}
      >
        <DateField name="heldOn" label={t('form.heldOn')} defaultValue={formatDate(lesson.startsAt)} />
        <TimeField name="from" label={t('form.start')} defaultValue={formatTime(lesson.startsAt)} />
        <TimeField name="until" label={t('form.end')} defaultValue={formatTime(lesson.endsAt)} />
        <TextField name="place" label={t('field.place')} defaultValue={lesson.place} maxLength={200} />
        <LecturerChoice
          registry="lecturerId"
          printed="lecturer"
          options={lecturers}
          chosen={lesson.lecturerId}
          text={lesson.lecturer}
          hints
        />
      </ConfirmForm>
      <ConfirmForm
        name={`cancel-${lesson.id}`}
        intent="cancel"
        label={t('lesson.cancel')}
        explanation={t('lesson.cancelText', { title: lesson.title, time })}
        values={values}
        danger
      />
    </Row>
  );
};
