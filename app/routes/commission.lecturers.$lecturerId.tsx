import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { approveLecturer } from '~/domain/lecturer/approve-lecturer.server';
import { editLecturer } from '~/domain/lecturer/edit-lecturer.server';
import { approveInput, lecturerInput, lecturerLessonSearch, returnInput } from '~/domain/lecturer/inputs';
import { returnLecturer } from '~/domain/lecturer/return-lecturer.server';
import { withdrawLecturer } from '~/domain/lecturer/withdraw-lecturer.server';
import { reasonInput } from '~/domain/shared/inputs';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { LecturerPage } from '~/ui/lecturer-page';
import { titleOf } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm, parseSearch } from '~/web/forms.server';
import { lecturerView } from '~/web/lecturer-view.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.lecturer.name ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    return lecturerView(actor, params.lecturerId ?? '', parseSearch(request, lecturerLessonSearch).page);
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'district_officer', 'city_officer'));
    const id = params.lecturerId ?? '';
    const here = paths.lecturer(id);
    switch (await intentOf(request, 'approve', 'return', 'edit', 'withdraw')) {
      case 'approve':
        await approveLecturer(ctx, id, await parseForm(request, approveInput));
        return redirectWithToast(here, 'lecturer:page.approved');
      case 'return': {
        const { reason, seenAt } = await parseForm(request, returnInput);
        await returnLecturer(ctx, id, reason, seenAt);
        return redirectWithToast(here, 'lecturer:page.returned');
      }
      case 'edit':
        await editLecturer(ctx, id, await parseForm(request, lecturerInput(beijingDate(now()))));
        return redirectWithToast(here, 'lecturer:form.saved');
      case 'withdraw': {
        const { reason } = await parseForm(request, reasonInput);
        await withdrawLecturer(ctx, id, reason);
        return redirectWithToast(here, 'lecturer:page.withdrawn');
      }
    }
  });

export default function CommissionLecturer() {
  return <LecturerPage view={useLoaderData<typeof loader>()} list={paths.lecturers()} />;
}
