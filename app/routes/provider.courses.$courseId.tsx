import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { addAttachment } from '~/domain/course/add-attachment.server';
import { archiveCourse } from '~/domain/course/archive-course.server';
import { MAX_ATTACHMENT_BYTES } from '~/domain/course/attachment';
import { COURSE_EDITABLE } from '~/domain/course/course';
import { dropRevision } from '~/domain/course/drop-revision.server';
import { archiveInput, attachmentInput, removeAttachmentInput } from '~/domain/course/inputs';
import { publishCourse } from '~/domain/course/publish-course.server';
import { getCourse } from '~/domain/course/queries.server';
import { recallCourse } from '~/domain/course/recall-course.server';
import { removeAttachment } from '~/domain/course/remove-attachment.server';
import { reviseCourse } from '~/domain/course/revise-course.server';
import { submitCourse } from '~/domain/course/submit-course.server';
import { formatDate } from '~/i18n/format';
import { ComplianceReport } from '~/ui/compliance-report';
import classes from '~/ui/course.module.css';
import { CourseActions } from '~/ui/course-actions';
import { CourseAttachments } from '~/ui/course-attachments';
import { CourseFacts } from '~/ui/course-facts';
import { CourseHistory } from '~/ui/course-history';
import { CourseNextStep } from '~/ui/course-next-step';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import { SyllabusTable } from '~/ui/syllabus-table';
import { titleOf } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { formOf, intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.course.title ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => getCourse(await requireActor(request, 'provider_staff'), params.courseId ?? ''));

const UPLOAD_BYTES = MAX_ATTACHMENT_BYTES + 64 * 1024;

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    const ctx = contextFor(actor);
    const id = params.courseId ?? '';
    const here = paths.providerCourse(id);
    await formOf(request, UPLOAD_BYTES);
    switch (await intentOf(request, 'submit', 'recall', 'publish', 'revise', 'drop', 'archive', 'addAttachment', 'removeAttachment')) {
      case 'submit':
        await submitCourse(ctx, id);
        return redirectWithToast(here, 'course:manage.submitted');
      case 'recall':
        await recallCourse(ctx, id);
        return redirectWithToast(here, 'course:manage.recalled');
      case 'publish':
        await publishCourse(ctx, id);
        return redirectWithToast(here, 'course:manage.published');
      case 'revise':
        await reviseCourse(ctx, id);
        return redirectWithToast(paths.editCourse(id), 'course:manage.revised');
      case 'drop':
        await dropRevision(ctx, id);
        return redirectWithToast(here, 'course:manage.dropped');
      case 'archive':
        await archiveCourse(ctx, id, (await parseForm(request, archiveInput)).reason);
        return redirectWithToast(here, 'course:manage.archived');
      case 'addAttachment': {
        const { file } = await parseForm(request, attachmentInput);
        await addAttachment(ctx, id, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
        return redirectWithToast(`${here}#attachments`, 'course:attachment.uploaded');
      }
      case 'removeAttachment':
        await removeAttachment(ctx, id, (await parseForm(request, removeAttachmentInput)).attachmentId);
        return redirectWithToast(`${here}#attachments`, 'course:attachment.removed');
    }
  });

export default function ManageCourse() {
  const { course, provider, modules, attachments, compliance, versions, missing, history } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  const editable = COURSE_EDITABLE.includes(course.status);
  const current = versions.find((version) => version.isCurrent);
  const revising = course.publishedAt !== null && current && (editable || course.status === 'submitted');
  return (
    <Page
      title={course.title}
      status={<StatusBadge kind="course:status" status={course.status} />}
      breadcrumbs={[{ label: t('list.title'), to: paths.providerCourses() }, { label: course.title }]}
    >
      <CourseNextStep course={course} districtCode={provider.districtCode} missing={missing} />
      {course.status === 'returned' && (
        <Notice tone="bad" title={t('manage.reason')}>
          <p className={classes.prose}>{course.decisionReason}</p>
        </Notice>
      )}
      {revising && <Notice>{t('manage.revising', { version: current.version })}</Notice>}
      <CourseActions course={course} />
      <Section title={t('manage.syllabus')}>
        <CourseFacts course={course} />
        <SyllabusTable modules={modules} />
      </Section>
      <Section title={t('compliance.title')}>
        {compliance.length === 0 && <p>{t('compliance.none')}</p>}
        {compliance.map((measured) => (
          <ComplianceReport key={measured.outline.id} {...measured} />
        ))}
      </Section>
      <CourseAttachments courseId={course.id} files={attachments} editable={editable} />
      <Section title={t('manage.versions')}>
        {versions.length === 0 && <p>{t('manage.noVersions')}</p>}
        <ul>
          {versions.map(({ version, approvedAt, isCurrent }) => (
            <li key={version}>
              {t('manage.version', { version })} · {t('manage.approvedOn', { date: formatDate(approvedAt) })}
              {isCurrent && ` · ${t('manage.current')}`}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('manage.history')}>
        <CourseHistory entries={history} />
      </Section>
    </Page>
  );
}
