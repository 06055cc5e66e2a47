import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { approveCourse } from '~/domain/course/approve-course.server';
import { approveInput, returnInput } from '~/domain/course/inputs';
import { getCourse } from '~/domain/course/queries.server';
import { needsMchCentre } from '~/domain/course/readiness';
import { returnCourse } from '~/domain/course/return-course.server';
import { syllabusChange } from '~/domain/course/syllabus-change';
import { can } from '~/domain/shared/policy';
import { AttachmentList } from '~/ui/attachment-list';
import { SubmitButton } from '~/ui/button';
import { ComplianceReport } from '~/ui/compliance-report';
import { CourseFacts } from '~/ui/course-facts';
import { CourseHistory } from '~/ui/course-history';
import { TextArea } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { NextStep } from '~/ui/next-step';
import { Notice } from '~/ui/notice';
import { Grid, Page, Section } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import { SyllabusChanges } from '~/ui/syllabus-changes';
import { SyllabusTable } from '~/ui/syllabus-table';
import { titleOf } from '~/ui/title';
import { useReviewer } from '~/ui/use-reviewer';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.course.title ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { previous, versions, missing: _missing, ...found } = await getCourse(actor, params.courseId ?? '');
    const { course, provider, modules } = found;
    return {
      ...found,
      change: previous && { since: previous.version, difference: syllabusChange(previous.content, { ...course, modules }) },
      nextVersion: (versions[0]?.version ?? 0) + 1,
      mayDecide: can(actor, 'course.review', { organisationId: provider.id, districtCode: provider.districtCode }),
      isForMchCentre: needsMchCentre(course.categories, provider.kind),
    };
  });

const seen = (at: string | undefined): Date | undefined => (at ? new Date(at) : undefined);

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const ctx = contextFor(actor);
    const id = params.courseId ?? '';
    if ((await intentOf(request, 'approve', 'return')) === 'approve') {
      const { version } = await approveCourse(ctx, id, seen((await parseForm(request, approveInput)).seenAt));
      return redirectWithToast(paths.reviewCourse(id), 'course:review.approved', { version });
    }
    const { reason, seenAt } = await parseForm(request, returnInput);
    await returnCourse(ctx, id, reason, seen(seenAt));
    return redirectWithToast(paths.reviewCourse(id), 'course:review.returned');
  });

export default function ReviewCourse() {
  const { course, provider, modules, attachments, compliance, change, history, mayDecide, isForMchCentre } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['course', 'common']);
  const reviewer = useReviewer();
  const waiting = course.status === 'submitted';
  const next = waiting
    ? t('review.leadReadOnly', { reviewer: reviewer(provider.districtCode) })
    : t('review.leadDecided', { status: t(`status.${course.status}`) });
  return (
    <Page
      title={course.title}
      status={<StatusBadge kind="course:status" status={course.status} />}
      breadcrumbs={[{ label: t('common:nav.work'), to: paths.commission() }, { label: t('review.title') }]}
    >
      {waiting && mayDecide ? (
        <NextStep to="#decision" action={t('review.decide')}>
          {t('review.lead', { date: course.decisionDueOn ?? '' })}
        </NextStep>
      ) : (
        <NextStep>{next}</NextStep>
      )}
      <Section title={t('review.gaps')}>
        {compliance.length === 0 && <p>{t('compliance.none')}</p>}
        {compliance.map((measured) => (
          <ComplianceReport key={measured.outline.id} {...measured} />
        ))}
      </Section>
      {isForMchCentre && <Notice tone="bad">{t('new.mchOnly')}</Notice>}
      <Section title={change ? t('review.changes', { version: change.since }) : t('manage.versions')}>
        {change ? <SyllabusChanges change={change.difference} /> : <p>{t('review.firstVersion')}</p>}
      </Section>
      <Section title={t('manage.syllabus')}>
        <CourseFacts course={course} provider={provider.name} />
        <SyllabusTable modules={modules} dense />
        <AttachmentList courseId={course.id} files={attachments} />
      </Section>
      {waiting && mayDecide && <Decision />}
      <Section title={t('manage.history')}>
        <CourseHistory entries={history} />
      </Section>
    </Page>
  );
}

const Decision = () => {
  const { course, nextVersion } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  const seenAt = <input type="hidden" name="seenAt" value={course.submittedAt?.toISOString() ?? ''} />;
  return (
    <Section title={t('review.decision')} id="decision">
      <Grid min="22rem">
        <div>
          <Form name="approve">
            {seenAt}
            <p>{t('review.approveText', { version: nextVersion })}</p>
            <FormActions>
              <SubmitButton intent="approve">{t('review.approve')}</SubmitButton>
            </FormActions>
          </Form>
        </div>
        <Form name="return">
          {seenAt}
          <TextArea name="reason" label={t('review.reason')} hint={t('review.reasonHint')} maxLength={1000} />
          <FormActions>
            <SubmitButton intent="return" emphasis="second">
              {t('review.return')}
            </SubmitButton>
          </FormActions>
        </Form>
      </Grid>
    </Section>
  );
};
