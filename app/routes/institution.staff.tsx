import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { countAnswers } from '~/domain/person/answer-queries.server';
import { confirmRoster } from '~/domain/person/confirm-roster.server';
import { rosterConfirmationInput, staffSearch } from '~/domain/person/inputs';
import { listClaims } from '~/domain/person/queries.server';
import { readConfirmation } from '~/domain/person/roster-freshness.server';
import { listStaff } from '~/domain/person/staff-queries.server';
import { LinkButton } from '~/ui/button';
import { ClaimList } from '~/ui/claim-list';
import { EmptyState } from '~/ui/empty-state';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { RosterConfirmation } from '~/ui/roster-confirmation';
import { StaffExport } from '~/ui/staff-export';
import { StaffFilter } from '~/ui/staff-filter';
import { StaffTable } from '~/ui/staff-table';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { answerClaim } from '~/web/claims.server';
import { formOf, parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'person:staff.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    const { page, ...filter } = parseSearch(request, staffSearch);
    const { now } = contextFor(actor);
    const institutionId = actor.organisation?.id ?? '';
    const [staff, claims, confirmation, answers] = await Promise.all([
      listStaff(actor, filter, now, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      listClaims(actor, now),
      readConfirmation(institutionId, now),
      countAnswers(institutionId),
    ]);
    return {
      ...staff,
      page,
      filter,
      confirmation,
      answers,
      claims: claims.map((claim) => ({ ...claim, createdAt: claim.createdAt.toISOString() })),
    };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'institution_admin');
    if ((await formOf(request)).get('intent') !== 'confirm-roster') return answerClaim(request, actor, paths.staff());
    await confirmRoster(contextFor(actor), (await parseForm(request, rosterConfirmationInput)).seen);
    return redirectWithToast(paths.staff(), 'roster:confirm.done');
  });

export default function Staff() {
  const { rows, total, page, filter, claims, confirmation, answers } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['person', 'roster']);
  const untouched = filter.q === '' && !filter.role && !filter.presence && !filter.alert && filter.state === 'current';
  return (
    <Page
      title={t('staff.title')}
      lead={claims.length > 0 ? t('staff.leadClaims', { count: claims.length }) : t('staff.lead')}
      width="wide"
      actions={<LinkButton to={paths.newStaff()}>{t('staff.add')}</LinkButton>}
    >
      {answers.waiting > 0 && (
        <NextStep to={paths.rosterAnswers()} action={t('roster:needs.toAnswer')}>
          {t('roster:needs.answers', { count: answers.waiting, date: answers.firstDueOn ?? '' })}
        </NextStep>
      )}
      {claims.length > 0 && (
        <Section title={t('claims.title')} intro={t('claims.lead')} plain>
          <ClaimList claims={claims} />
        </Section>
      )}
      <RosterConfirmation {...confirmation} />
      <Section>
        <StaffFilter filter={filter} />
        {rows.length === 0 && untouched ? (
          <EmptyState title={t('staff.empty')} action={<Link to={paths.newStaff()}>{t('staff.add')}</Link>}>
            {t('staff.emptyText')}
          </EmptyState>
        ) : (
          <StaffTable rows={rows} />
        )}
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
        <StaffExport to={paths.staffExport()} />
      </Section>
    </Page>
  );
}
