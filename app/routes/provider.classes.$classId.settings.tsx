import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { cancelClass } from '~/domain/enrolment/cancel-class.server';
import { changeCapacity } from '~/domain/enrolment/change-capacity.server';
import { editClass } from '~/domain/training-class/edit-class.server';
import { capacityInput, editClassInput, moveClassInput, reasonInput } from '~/domain/training-class/inputs';
import { moveClass } from '~/domain/training-class/move-class.server';
import { getOwnClass } from '~/domain/training-class/queries.server';
import { CLASS_BEFORE_START, CLASS_OPEN, classPhase, enrolmentWindowState } from '~/domain/training-class/training-class';
import { now } from '~/platform/clock.server';
import { ClassHead } from '~/ui/class-head';
import { ClassSettings } from '~/ui/class-settings';
import { Notice } from '~/ui/notice';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'class:tabs.settings');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { row, courseTitle, published } = await getOwnClass(actor, params.classId ?? '');
    const {
      id,
      code,
      startsOn,
      endsOn,
      capacity,
      seatsTaken,
      waitingCount,
      term,
      place,
      meetingLink,
      minimumSize,
      enrolFromOn,
      enrolUntilOn,
    } = row;
    const phase = classPhase(row, now());
    return {
      group: {
        id,
        code,
        courseTitle,
        published,
        phase,
        window: enrolmentWindowState(row, now()),
        startsOn,
        endsOn,
        capacity,
        seatsTaken,
        waitingCount,
      },
      open: CLASS_OPEN.includes(row.status),
      settings: { term, place, meetingLink, minimumSize, enrolFromOn, enrolUntilOn, startsOn, begun: !CLASS_BEFORE_START.includes(phase) },
    };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'provider_staff'));
    const classId = params.classId ?? '';
    const here = paths.classSettings(classId);
    switch (await intentOf(request, 'edit', 'capacity', 'move', 'cancel')) {
      case 'edit':
        await editClass(ctx, { classId, ...(await parseForm(request, editClassInput)) });
        return redirectWithToast(here, 'class:manage.edited');
      case 'capacity':
        await changeCapacity(ctx, { classId, ...(await parseForm(request, capacityInput)) });
        return redirectWithToast(here, 'class:manage.capacitySaved');
      case 'move':
        await moveClass(ctx, { classId, ...(await parseForm(request, moveClassInput)) });
        return redirectWithToast(here, 'class:manage.moved');
      case 'cancel':
        await cancelClass(ctx, { classId, ...(await parseForm(request, reasonInput)) });
        return redirectWithToast(here, 'class:manage.cancelled');
    }
  });

export default function ClassSettingsPage() {
  const { group, open, settings } = useLoaderData<typeof loader>();
  const { t } = useTranslation('class');
  return (
    <ClassHead group={group}>
      {open ? (
        <ClassSettings group={group} settings={settings} />
      ) : (
        <Notice>{t('manage.settled', { status: t(`status.${group.phase}`) })}</Notice>
      )}
    </ClassHead>
  );
}
