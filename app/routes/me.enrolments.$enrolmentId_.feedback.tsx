import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FEEDBACK_ASPECTS } from '~/domain/completion/feedback';
import { getMyFeedback } from '~/domain/completion/feedback-facts.server';
import { giveFeedback } from '~/domain/completion/give-feedback.server';
import { feedbackInput } from '~/domain/completion/inputs';
import { now } from '~/platform/clock.server';
import { LinkButton, SubmitButton } from '~/ui/button';
import { TextArea } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { NextStep } from '~/ui/next-step';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { StarField } from '~/ui/star-field';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'feedback:give.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'trainee');
    const { id, courseTitle, classCode, state, untilOn, lecturers } = await getMyFeedback(actor, params.enrolmentId ?? '', now());
    return { id, courseTitle, classCode, state, untilOn, lecturers };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'trainee');
    const id = params.enrolmentId ?? '';
    await giveFeedback(contextFor(actor), id, await parseForm(request, feedbackInput));
    return redirectWithToast(paths.myFeedback(id), 'feedback:give.done');
  });

export default function GiveFeedback() {
  const { id, courseTitle, classCode, state, untilOn, lecturers } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['feedback', 'enrolment']);
  const back = (
    <LinkButton to={paths.myEnrolment(id)} emphasis="second">
      {t('enrolment:mine.title')}
    </LinkButton>
  );
  return (
    <Page
      title={t('give.title')}
      lead={t('give.class', { course: courseTitle, code: classCode })}
      breadcrumbs={[
        { label: t('enrolment:mine.title'), to: paths.myEnrolments() },
        { label: classCode, to: paths.myEnrolment(id) },
        { label: t('give.title') },
      ]}
      width="narrow"
    >
      {state === 'open' ? (
        <>
          <Notice>
            {t('give.lead')} {t('give.until', { date: untilOn })}
          </Notice>
          <Section>
            <Form>
              {FEEDBACK_ASPECTS.map((aspect) => (
                <StarField key={aspect} name={`aspect.${aspect}`} label={t(`aspect.${aspect}`)} hint={t(`aspectHint.${aspect}`)} />
              ))}
              {lecturers.map((lecturer) => (
                <StarField key={lecturer.id} name={`lecturer.${lecturer.id}`} label={t('give.lecturer', { name: lecturer.name })} />
              ))}
              <TextArea name="remark" label={t('give.remark')} hint={t('give.remarkHint')} rows={4} maxLength={500} optional />
              <FormActions>
                <SubmitButton>{t('give.submit')}</SubmitButton>
              </FormActions>
            </Form>
          </Section>
        </>
      ) : (
        <NextStep control={back}>{t(`state.${state}`)}</NextStep>
      )}
    </Page>
  );
}
