import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listMyPostClaims } from '~/domain/person/answer-queries.server';
import { claimPost, withdrawPostClaim } from '~/domain/person/claim-post.server';
import { disputeEngagement, withdrawDispute } from '~/domain/person/dispute-engagement.server';
import {
  disputeIdInput,
  disputeInput,
  engagementIdInput,
  institutionSearch,
  postClaimIdInput,
  postClaimInput,
} from '~/domain/person/inputs';
import { findInstitutions, listMyPosts, readMyChecks } from '~/domain/person/my-posts.server';
import { readAnswerDays } from '~/domain/person/roster-freshness.server';
import { DefinitionList } from '~/ui/definition-list';
import { EmptyState } from '~/ui/empty-state';
import { MyPostClaims } from '~/ui/my-post-claims';
import { MyPosts } from '~/ui/my-posts';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { PostClaimForm } from '~/ui/post-claim-form';
import { AlertBadges } from '~/ui/roster-badges';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'roster:mine.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'trainee');
    const search = parseSearch(request, institutionSearch);
    const days = await readAnswerDays();
    const institutions = await findInstitutions(search.district, search.q);
    if (actor.personId === null) return { known: false as const, search, days, institutions, posts: [], claims: [], checks: null };
    const { now } = contextFor(actor);
    const [posts, claims, checks] = await Promise.all([
      listMyPosts(actor.personId, now),
      listMyPostClaims(actor.personId),
      readMyChecks(actor.personId, now),
    ]);
    return { known: true as const, search, days, institutions, posts, claims, checks };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'trainee'));
    const here = paths.myPosts();
    switch (await intentOf(request, 'claim', 'withdraw-claim', 'dispute', 'withdraw-dispute')) {
      case 'claim':
        await claimPost(ctx, await parseForm(request, postClaimInput));
        return redirectWithToast(here, 'roster:mine.claimed');
      case 'withdraw-claim':
        await withdrawPostClaim(ctx, (await parseForm(request, postClaimIdInput)).claimId);
        return redirectWithToast(here, 'roster:mine.withdrawn');
      case 'dispute': {
        const { engagementId } = await parseForm(request, engagementIdInput);
        const { dueOn } = await disputeEngagement(ctx, engagementId, await parseForm(request, disputeInput));
        return redirectWithToast(here, 'roster:mine.disputed', { date: dueOn });
      }
      case 'withdraw-dispute':
        await withdrawDispute(ctx, (await parseForm(request, disputeIdInput)).disputeId);
        return redirectWithToast(here, 'roster:mine.withdrawn');
    }
  });

export default function Posts() {
  const { known, posts, claims, checks, search, institutions, days } = useLoaderData<typeof loader>();
  const { t } = useTranslation('roster');
  const working = posts.some((post) => !post.isOver);
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} width="narrow">
      {!known && <Notice tone="warn">{t('mine.claimPending')}</Notice>}
      {known && posts.length === 0 && <EmptyState title={t('mine.none')}>{t('mine.noneText')}</EmptyState>}
      {posts.length > 0 && (
        <Section title={t('mine.posts')} plain>
          <MyPosts posts={posts} />
        </Section>
      )}
      {working && checks && (
        <Section title={t('mine.checks')} intro={t('mine.checksIntro')}>
          <DefinitionList
            items={[
              [t('field.healthCert'), checks.healthCertValidUntil],
              [t('field.background'), checks.backgroundCheckedOn],
              [t('field.alert'), <AlertBadges key="alerts" alerts={checks.alerts} />],
            ]}
          />
        </Section>
      )}
      {claims.length > 0 && (
        <Section title={t('mine.claims')}>
          <MyPostClaims claims={claims} />
        </Section>
      )}
      {known && (
        <Section title={t('mine.claimTitle')} intro={t('mine.claimIntro', { days })} id="claim">
          <PostClaimForm search={search} institutions={institutions} />
        </Section>
      )}
    </Page>
  );
}
