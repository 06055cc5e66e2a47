import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listClaims } from '~/domain/person/queries.server';
import { ClaimList } from '~/ui/claim-list';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { Page } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { answerClaim } from '~/web/claims.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'person:claims.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const claims = await listClaims(actor, contextFor(actor).now);
    return { claims: claims.map((claim) => ({ ...claim, createdAt: claim.createdAt.toISOString() })) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => answerClaim(request, await requireActor(request, 'district_officer', 'city_officer'), paths.claims()));

export default function Claims() {
  const { claims } = useLoaderData<typeof loader>();
  const { t } = useTranslation('person');
  return (
    <Page
      title={t('claims.title')}
      lead={claims.length > 0 ? t('claims.lead') : undefined}
      actions={claims.length > 0 && <ListExport list="claims" />}
    >
      {claims.length === 0 ? <EmptyState title={t('claims.none')}>{t('claims.noneText')}</EmptyState> : <ClaimList claims={claims} />}
    </Page>
  );
}
