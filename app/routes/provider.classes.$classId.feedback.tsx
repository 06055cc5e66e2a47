import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getClassFeedback } from '~/domain/completion/class-feedback.server';
import { getOwnClass } from '~/domain/training-class/queries.server';
import { classPhase, enrolmentWindowState } from '~/domain/training-class/training-class';
import { now } from '~/platform/clock.server';
import { ClassFeedback } from '~/ui/class-feedback';
import { ClassHead } from '~/ui/class-head';
import { ListExport } from '~/ui/list-export';
import { Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'feedback:title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { row, courseTitle, published } = await getOwnClass(actor, params.classId ?? '');
    const at = now();
    const { id, code, startsOn, endsOn, capacity, seatsTaken, waitingCount } = row;
    const state = { phase: classPhase(row, at), window: enrolmentWindowState(row, at), capacity, seatsTaken, waitingCount };
    return {
      group: { id, code, courseTitle, published, startsOn, endsOn, ...state },
      feedback: await getClassFeedback(actor, id),
      asOf: at.toISOString(),
    };
  });

export default function ClassFeedbackPage() {
  const { group, feedback, asOf } = useLoaderData<typeof loader>();
  const { t } = useTranslation('feedback');
  return (
    <ClassHead group={group}>
      <Section
        plain
        title={t('title')}
        intro={t('class.lead')}
        actions={feedback.answers === null ? undefined : <ListExport list="class-feedback" of={{ class: group.id }} />}
      >
        <ClassFeedback feedback={feedback} asOf={asOf} toLecturer={paths.providerLecturer} />
      </Section>
    </ClassHead>
  );
}
