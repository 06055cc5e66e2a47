import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { reasonInput } from '~/domain/shared/inputs';
import { beijingDate } from '~/domain/shared/period';
import { correctStudent } from '~/domain/talent/correct-student.server';
import { endStudent, reinstateStudent } from '~/domain/talent/end-student.server';
import { removeStudent } from '~/domain/talent/remove-student.server';
import { studentEndInput, studiesInput } from '~/domain/talent/student/inputs';
import { getStudent, listOwnPoints } from '~/domain/talent/student-queries.server';
import { DefinitionList } from '~/ui/definition-list';
import { Page, Section } from '~/ui/page';
import { Badge } from '~/ui/status-badge';
import { StudentActs } from '~/ui/student-acts';
import { STUDENT_TONES } from '~/ui/student-list';
import { StudentPath, StudentSteps } from '~/ui/student-path';
import { titleOf } from '~/ui/title';
import { usePunctuation } from '~/ui/use-punctuation';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.student.person.name ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'provider_staff'));
    const today = beijingDate(now);
    return { student: await getStudent(actor, params.studentId ?? '', today), points: await listOwnPoints(actor), today };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'provider_staff'));
    const id = params.studentId ?? '';
    const intent = await intentOf(request, 'correct', 'end', 'reinstate', 'remove');
    if (intent === 'remove') {
      await removeStudent(ctx, id, (await parseForm(request, reasonInput)).reason);
      return redirectWithToast(paths.students(), 'funnel:student.remove.done');
    }
    if (intent === 'end') {
      await endStudent(ctx, id, await parseForm(request, studentEndInput));
      return redirectWithToast(paths.student(id), 'funnel:student.end.done');
    }
    if (intent === 'reinstate') {
      await reinstateStudent(ctx, id);
      return redirectWithToast(paths.student(id), 'funnel:student.end.reinstated');
    }
    await correctStudent(ctx, id, await parseForm(request, studiesInput));
    return redirectWithToast(paths.student(id), 'funnel:student.correct.done');
  });

export default function Student() {
  const { student, points, today } = useLoaderData<typeof loader>();
  const { person } = student;
  const { t } = useTranslation(['funnel', 'person', 'programme']);
  const marks = usePunctuation();
  return (
    <Page
      title={person.name}
      status={<Badge tone={STUDENT_TONES[student.status]}>{t(`student.status.${student.status}`)}</Badge>}
      breadcrumbs={[{ label: t('student.title'), to: paths.students() }, { label: person.name }]}
    >
      <Section title={t('student.one.path')}>
        <StudentPath enrolledOn={student.enrolledOn} path={student.path} />
      </Section>
      <Section title={t('student.one.facts')}>
        <DefinitionList
          items={[
            [t('student.field.major'), student.level ? student.major + marks.aside(t(`programme:level.${student.level}`)) : student.major],
            [t('student.field.studentNo'), student.studentNo],
            student.className ? [t('student.field.className'), student.className] : null,
            [t('student.field.enrolledOn'), student.enrolledOn],
            student.endedOn ? [t('student.field.endedOn'), student.endedOn] : null,
            [t(`person:field.idType`), t(`person:idType.${person.idType}`)],
            [t('student.field.idNumber'), person.idNumberMasked],
            person.phoneMasked ? [t('person:field.phone'), person.phoneMasked] : null,
          ]}
        />
      </Section>
      <Section title={t('student.one.steps')}>
        <StudentSteps steps={student.steps} />
      </Section>
      <StudentActs student={student} points={points} today={today} />
    </Page>
  );
}
