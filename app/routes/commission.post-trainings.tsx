import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { postTrainingSearch } from '~/domain/completion/inputs';
import { listPostTrainings } from '~/domain/completion/post-training-queries.server';
import { ListExport } from '~/ui/list-export';
import { Page } from '~/ui/page';
import { PostTrainingList } from '~/ui/post-training-list';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'completion:postTraining.list');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { page, ...filter } = parseSearch(request, postTrainingSearch);
    const { rows, total } = await listPostTrainings(actor, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    return { rows: rows.map(({ revokedAt, ...row }) => ({ ...row, isRevoked: revokedAt !== null })), total, page, filter };
  });

export default function PostTrainings() {
  const { rows, total, page, filter } = useLoaderData<typeof loader>();
  const { t } = useTranslation('completion');
  return (
    <Page title={t('postTraining.list')} lead={t('postTraining.listLead')} actions={<ListExport list="post-trainings" />}>
      <PostTrainingList {...{ rows, total, page, filter }} pageSize={PAGE_SIZE} linked />
    </Page>
  );
}
