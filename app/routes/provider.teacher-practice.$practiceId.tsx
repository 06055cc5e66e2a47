import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { reasonInput } from '~/domain/shared/inputs';
import { beijingDate } from '~/domain/shared/period';
import { practiceDone, practiceInput } from '~/domain/talent/cooperation/inputs';
import { cancelPractice, finishPractice } from '~/domain/talent/finish-practice.server';
import { getPractice } from '~/domain/talent/practice-queries.server';
import { editPractice } from '~/domain/talent/save-practice.server';
import { formatDate } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { ConfirmForm } from '~/ui/confirm-form';
import { DefinitionList } from '~/ui/definition-list';
import { Page, Section } from '~/ui/page';
import { PracticeDoneForm, PracticeForm } from '~/ui/practice-form';
import { StatusBadge } from '~/ui/status-badge';
import { titleOf } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.practice.teacherName ?? '');

export const loader = ({ request, params: { practiceId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    return { practice: await getPractice(actor, practiceId), today: beijingDate(now()) };
  });

export const action = ({ request, params: { practiceId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'provider_staff'));
    const here = paths.practice(practiceId);
    switch (await intentOf(request, 'edit', 'finish', 'cancel')) {
      case 'edit':
        await editPractice(ctx, practiceId, await parseForm(request, practiceInput));
        return redirectWithToast(here, 'programme:practice.saved');
      case 'finish':
        await finishPractice(ctx, practiceId, await parseForm(request, practiceDone));
        return redirectWithToast(here, 'programme:practice.finished');
      case 'cancel':
        await cancelPractice(ctx, practiceId, (await parseForm(request, reasonInput)).reason);
        return redirectWithToast(here, 'programme:practice.cancelled');
    }
  });

export default function Practice() {
  const { practice, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  const { status, institution, institutionId, teacherName } = practice;
  const isPlanned = status === 'planned';
  return (
    <Page
      title={`${teacherName} · ${practice.topic}`}
      status={<StatusBadge kind="programme:practiceStatus" status={status} />}
      breadcrumbs={[{ label: t('practice.title'), to: paths.teacherPractice() }, { label: teacherName }]}
    >
      <Section title={t('practice.facts')}>
        <DefinitionList
          items={[
            [t('practice.teacher'), teacherName],
            [t('practice.institution'), institution],
            [t('practice.dates'), `${formatDate(practice.fromOn)} – ${formatDate(practice.untilOn)}`],
            [t('practice.days'), practice.days],
            [t('practice.topic'), practice.topic],
            practice.summary ? [t('practice.summary'), practice.summary] : null,
            practice.reason ? [t('practice.reason'), practice.reason] : null,
          ]}
        />
      </Section>
      {status !== 'cancelled' && practice.fromOn <= today && (
        <Section title={t(isPlanned ? 'practice.finish' : 'practice.correct')} intro={t('practice.finishText')}>
          <PracticeDoneForm values={practice} isDone={!isPlanned} />
        </Section>
      )}
      {isPlanned && (
        <Section title={t('practice.edit')}>
          <PracticeForm
            institution={{ id: institutionId, name: institution }}
            values={practice}
            submit={t('practice.save')}
            intent="edit"
          />
          <ConfirmForm label={t('practice.cancel')} explanation={t('practice.cancelText')} intent="cancel" danger />
        </Section>
      )}
    </Page>
  );
}
