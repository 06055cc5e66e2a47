import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listDisputes, listPostClaims } from '~/domain/person/answer-queries.server';
import { beijingDate } from '~/domain/shared/period';
import { Disputes } from '~/ui/dispute-answers';
import { EmptyState } from '~/ui/empty-state';
import { Page, Section } from '~/ui/page';
import { PostClaims } from '~/ui/post-claim-answers';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';
import { answerRoster } from '~/web/roster-answers.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'roster:answers.officerTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const [claims, disputes] = await Promise.all([listPostClaims(actor), listDisputes(actor)]);
    return { claims, disputes, today: beijingDate(contextFor(actor).now) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () =>
    answerRoster(request, await requireActor(request, 'district_officer', 'city_officer'), paths.lateAnswers()),
  );

export default function LateAnswers() {
  const { claims, disputes, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('roster');
  const nothing = claims.length + disputes.length === 0;
  return (
    <Page title={t('answers.officerTitle')} lead={nothing ? undefined : t('answers.officerLead')}>
      {nothing && <EmptyState title={t('answers.officerNone')}>{t('answers.officerNoneText')}</EmptyState>}
      {claims.length > 0 && (
        <Section title={t('answers.claims')} plain>
          <PostClaims items={claims} today={today} late />
        </Section>
      )}
      {disputes.length > 0 && (
        <Section title={t('answers.disputes')} plain>
          <Disputes items={disputes} today={today} late />
        </Section>
      )}
    </Page>
  );
}
