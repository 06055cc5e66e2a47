import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { studentsInput, withdrawalInput } from '~/domain/evaluation/inputs';
import { registerStudents } from '~/domain/evaluation/register-candidate.server';
import { getCollegeSitting } from '~/domain/evaluation/registration-queries.server';
import { readStudents } from '~/domain/evaluation/student-list';
import { withdrawCandidate } from '~/domain/evaluation/withdraw-candidate.server';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { SittingFacts } from '~/ui/sitting-facts';
import { StatusBadge } from '~/ui/status-badge';
import { StudentAnswers, StudentRegistration } from '~/ui/student-registration';
import { StudentTable, shownStudent } from '~/ui/student-table';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:students.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { sitting, students } = await getCollegeSitting(actor, params.sittingId ?? '', now());
    return { sitting, students: students.map(shownStudent) };
  });

export const action = ({ request, params: { sittingId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'provider_staff'));
    switch (await intentOf(request, 'register', 'withdraw')) {
      case 'register': {
        const { idType, students: typed } = await parseForm(request, studentsInput);
        const { students, unread } = readStudents(typed, idType, beijingDate(ctx.now));
        const registered = await registerStudents(ctx, sittingId, students);
        const answers = [...registered, ...unread.map((line) => ({ ...line, seat: null }))];
        return { answers: answers.sort((a, b) => a.line - b.line) };
      }
      case 'withdraw': {
        const { candidateId, reason } = await parseForm(request, withdrawalInput);
        await withdrawCandidate(ctx, candidateId, reason);
        return redirectWithToast(paths.studentSitting(sittingId), 'evaluation:students.withdrawn');
      }
    }
  });

export default function StudentSitting() {
  const { sitting, students } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('evaluation');
  const answers = answer && 'answers' in answer ? answer.answers : null;
  const title = t('own.title', { kind: sitting.kind, level: t(`level.${sitting.level}`) });
  return (
    <Page
      title={title}
      lead={sitting.code}
      status={<StatusBadge kind="evaluation:phase" status={sitting.phase} />}
      breadcrumbs={[{ label: t('students.title'), to: paths.studentSittings() }, { label: sitting.code }]}
      width="wide"
    >
      {answers && <StudentAnswers answers={answers} />}
      {sitting.status === 'cancelled' && <NextStep>{t('next.cancelled', { reason: sitting.reason ?? '' })}</NextStep>}
      {sitting.isOpen && sitting.phase !== 'full' && (
        <NextStep>{t('next.registering', { date: sitting.registerUntilOn, free: sitting.capacity - sitting.seatsTaken })}</NextStep>
      )}
      <Section title={t('sittings.facts')}>
        <SittingFacts sitting={sitting} />
      </Section>
      {sitting.status === 'open' && (
        <Section title={t('students.register')} intro={sitting.isOpen ? t('students.registerIntro') : undefined} id="students">
          {sitting.isOpen ? (
            <StudentRegistration />
          ) : (
            <p>{t('students.closed', { from: sitting.registerFromOn, until: sitting.registerUntilOn })}</p>
          )}
        </Section>
      )}
      <Section
        title={t('students.listTitle')}
        actions={students.length > 0 && <ListExport list="student-candidates" of={{ sitting: sitting.id }} />}
      >
        <StudentTable rows={students} />
      </Section>
    </Page>
  );
}
