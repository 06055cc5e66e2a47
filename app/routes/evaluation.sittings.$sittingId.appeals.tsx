import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { decideAppeal } from '~/domain/evaluation/decide-appeal.server';
import { appealAnswer } from '~/domain/evaluation/inputs';
import { getSitting } from '~/domain/evaluation/sitting-queries.server';
import { listAppeals } from '~/domain/evaluation/task-queries.server';
import { now } from '~/platform/clock.server';
import { AppealCard } from '~/ui/appeal-card';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { Page } from '~/ui/page';
import { SittingTabs } from '~/ui/sitting-tabs';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:appeals.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'evaluator');
    const sitting = await getSitting(actor, params.sittingId ?? '', now());
    return { sitting, appeals: await listAppeals(sitting.id) };
  });

export const action = ({ request, params: { sittingId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'evaluator');
    const { appealId, ...answer } = await parseForm(request, appealAnswer);
    await decideAppeal(contextFor(actor), appealId, answer);
    return redirectWithToast(paths.sittingAppeals(sittingId), 'evaluation:appeals.decided');
  });

export default function Appeals() {
  const { sitting, appeals } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  return (
    <Page
      title={t('appeals.title')}
      lead={t('appeals.lead')}
      status={<StatusBadge kind="evaluation:phase" status={sitting.phase} />}
      breadcrumbs={[
        { label: t('sittings.title'), to: paths.sittings() },
        { label: sitting.code, to: paths.sitting(sitting.id) },
        { label: t('appeals.title') },
      ]}
      actions={appeals.length > 0 && <ListExport list="result-appeals" of={{ sitting: sitting.id }} />}
    >
      <SittingTabs sittingId={sitting.id} openAppeals={sitting.openAppeals} />
      {appeals.length === 0 ? (
        <EmptyState title={t('appeals.empty')}>
          <p>{t('appeals.emptyText')}</p>
        </EmptyState>
      ) : (
        appeals.map((appeal) => <AppealCard key={appeal.id} appeal={appeal} />)
      )}
    </Page>
  );
}
