import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { approveEnrolment } from '~/domain/enrolment/approve-enrolment.server';
import { decideMinimum } from '~/domain/enrolment/decide-minimum.server';
import { decideSeveral } from '~/domain/enrolment/decide-several.server';
import { approveSeveralInput, enrolmentReasonInput, peopleSearch, rejectSeveralInput } from '~/domain/enrolment/inputs';
import { countClassPeople, listClassPeople } from '~/domain/enrolment/queries.server';
import { rejectEnrolment } from '~/domain/enrolment/reject-enrolment.server';
import { voidEnrolment } from '~/domain/enrolment/void-enrolment.server';
import { beijingDate } from '~/domain/shared/period';
import { minimumInput } from '~/domain/training-class/inputs';
import { getOwnClass } from '~/domain/training-class/queries.server';
import { classPhase, enrolmentWindowState } from '~/domain/training-class/training-class';
import { now } from '~/platform/clock.server';
import { ClassExports } from '~/ui/class-exports';
import { ClassHead } from '~/ui/class-head';
import { ClassPeople } from '~/ui/class-people';
import { MinimumDecision } from '~/ui/minimum-decision';
import { NotDone } from '~/ui/not-done';
import { Section } from '~/ui/page';
import { PeopleDecisionForm } from '~/ui/people-decision-form';
import { Tabs } from '~/ui/tabs';
import { titleFrom, titleOf } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  args.data ? titleOf(args, args.data.code) : titleFrom(args, 'class:list.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { row, courseTitle, published } = await getOwnClass(actor, params.classId ?? '');
    const counts = await countClassPeople(actor, row.id);
    const show = parseSearch(request, peopleSearch).show ?? (counts.decide > 0 ? 'decide' : 'seated');
    const today = beijingDate(now());
    const people = await listClassPeople(actor, row.id, show);
    return {
      id: row.id,
      code: row.code,
      courseTitle,
      published,
      phase: classPhase(row, now()),
      window: enrolmentWindowState(row, now()),
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      capacity: row.capacity,
      seatsTaken: row.seatsTaken,
      waitingCount: row.waitingCount,
      minimum:
        row.minimumDecision === 'pending'
          ? { size: row.minimumSize, dueOn: row.minimumDecisionDueOn, overdue: (row.minimumDecisionDueOn ?? today) < today }
          : null,
      show,
      counts,
      people: people.map(({ createdAt, offerExpiresAt, startsAt, ...person }) => ({
        ...person,
        createdAt: createdAt.toISOString(),
        offerExpiresAt: offerExpiresAt?.toISOString() ?? null,
        silent: person.institutionAnswer === 'pending' && (person.institutionAnswerDueOn ?? today) < today,
      })),
    };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'provider_staff'));
    const classId = params.classId ?? '';
    const here = `${paths.providerClass(classId)}${new URL(request.url).search}`;
    switch (await intentOf(request, 'approve', 'reject', 'void', 'minimum')) {
      case 'approve': {
        const { 'enrolment[]': ids } = await parseForm(request, approveSeveralInput);
        const { done, notDone } = await decideSeveral(ids, (id) => approveEnrolment(ctx, id));
        return notDone.length > 0 ? { notDone } : redirectWithToast(here, 'class:manage.approved', { count: done });
      }
      case 'reject': {
        const { 'enrolment[]': ids, reason } = await parseForm(request, rejectSeveralInput);
        const { done, notDone } = await decideSeveral(ids, (id) => rejectEnrolment(ctx, id, reason));
        return notDone.length > 0 ? { notDone } : redirectWithToast(here, 'class:manage.rejected', { count: done });
      }
      case 'void': {
        const { enrolmentId, reason } = await parseForm(request, enrolmentReasonInput);
        await voidEnrolment(ctx, enrolmentId, reason);
        return redirectWithToast(here, 'class:manage.voided');
      }
      case 'minimum':
        await decideMinimum(ctx, { classId, ...(await parseForm(request, minimumInput)) });
        return redirectWithToast(here, 'class:minimum.decided');
    }
  });

export default function ClassPeoplePage() {
  const group = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('class');
  const { show, counts, people } = group;
  const tab = (name: typeof show) => ({
    to: paths.providerClass(group.id, { show: name }),
    label: t(`manage.show.${name}`),
    count: counts[name],
    current: show === name,
  });
  return (
    <ClassHead group={group}>
      {group.minimum && <MinimumDecision minimum={group.minimum} enrolled={group.seatsTaken} startsOn={group.startsOn} />}
      {answer && 'notDone' in answer && <NotDone people={answer.notDone} />}
      <Section>
        <Tabs label={t('tabs.people')} tabs={[tab('decide'), tab('seated'), tab('waiting'), tab('out'), tab('all')]} />
        {(show === 'decide' || show === 'waiting') && people.length > 0 ? (
          <PeopleDecisionForm people={people} mayApprove={show === 'decide'} />
        ) : (
          <ClassPeople people={people} mayVoid={show === 'seated'} />
        )}
      </Section>
      <ClassExports classId={group.id} />
    </ClassHead>
  );
}
