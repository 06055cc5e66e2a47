import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getAttendanceOverview } from '~/domain/attendance/queries.server';
import { formatDate } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LessonsProgress, MinutesTable } from '~/ui/attendance-tables';
import { LinkButton } from '~/ui/button';
import { ClassTabs } from '~/ui/class-tabs';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Notice } from '~/ui/notice';
import { Page, Row, Section } from '~/ui/page';
import { PrintButton } from '~/ui/page-tools';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'attendance:overview.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    return getAttendanceOverview(actor, params.classId ?? '', now());
  });

export default function AttendanceOverview() {
  const { head, lessons, trainees, mayRecord } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const open = lessons.filter((lesson) => lesson.status === 'scheduled' && lesson.begun && lesson.marked < trainees.length);
  const overdue = open.filter((lesson) => lesson.overdue).length;
  const [next] = open;
  return (
    <Page
      title={t('overview.title')}
      lead={`${head.title} · ${head.code}`}
      breadcrumbs={[{ label: head.title, to: paths.providerClass(head.id) }, { label: t('overview.title') }]}
      actions={
        trainees.length > 0 && (
          <Row>
            <PrintButton />
            <ListExport list="class-attendance" of={{ class: head.id }} />
          </Row>
        )
      }
    >
      <ClassTabs classId={head.id} />
      {!mayRecord && <NextStep>{t('overview.nextLocked')}</NextStep>}
      {mayRecord && next && (
        <NextStep to={paths.attendance(head.id, next.id)} action={t('overview.record')}>
          {t('overview.nextLesson', { lesson: next.title, date: formatDate(next.startsAt) })}
        </NextStep>
      )}
      {mayRecord && !next && lessons.length > 0 && (
        <NextStep>{t(lessons.some((lesson) => lesson.begun) ? 'overview.nextDone' : 'overview.nextNone')}</NextStep>
      )}
      {mayRecord && overdue > 0 && <Notice tone="warn">{t('overview.overdue', { count: overdue })}</Notice>}
      <Section title={t('overview.lessons')}>
        {lessons.length === 0 ? (
          <EmptyState title={t('overview.noLessons')} action={<LinkButton to={paths.lessons(head.id)}>{t('overview.arrange')}</LinkButton>}>
            {t('overview.noLessonsHint')}
          </EmptyState>
        ) : (
          <LessonsProgress rows={lessons} people={trainees.length} classId={head.id} />
        )}
      </Section>
      <Section title={t('overview.trainees')} intro={t('overview.traineesIntro')}>
        {trainees.length === 0 ? <EmptyState title={t('overview.noTrainees')} /> : <MinutesTable rows={trainees} />}
      </Section>
    </Page>
  );
}
