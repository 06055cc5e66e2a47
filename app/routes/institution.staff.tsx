import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { STAFF_STATES, staffSearch } from '~/domain/person/inputs';
import { ENGAGEMENT_ROLES } from '~/domain/person/person';
import { listClaims, listStaff } from '~/domain/person/queries.server';
import { LinkButton } from '~/ui/button';
import { ClaimList } from '~/ui/claim-list';
import { EmptyState } from '~/ui/empty-state';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { StaffTable } from '~/ui/staff-table';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { answerClaim } from '~/web/claims.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'person:staff.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    const { page, ...filter } = parseSearch(request, staffSearch);
    const { now } = contextFor(actor);
    const [staff, claims] = await Promise.all([
      listStaff(actor, filter, now, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      listClaims(actor, now),
    ]);
    return {
      ...staff,
      page,
      filter,
      claims: claims.map((claim) => ({ ...claim, createdAt: claim.createdAt.toISOString() })),
      states: STAFF_STATES,
    };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => answerClaim(request, await requireActor(request, 'institution_admin'), paths.staff()));

export default function Staff() {
  const { rows, total, page, filter, claims, states } = useLoaderData<typeof loader>();
  const { t } = useTranslation('person');
  const untouched = filter.q === '' && !filter.role && filter.state === 'current';
  return (
    <Page
      title={t('staff.title')}
      lead={claims.length > 0 ? t('staff.leadClaims', { count: claims.length }) : t('staff.lead')}
      actions={<LinkButton to={paths.newStaff()}>{t('staff.add')}</LinkButton>}
    >
      {claims.length > 0 && (
        <Section title={t('claims.title')} intro={t('claims.lead')} plain>
          <ClaimList claims={claims} />
        </Section>
      )}
      <Section>
        <FilterBar>
          <TextField name="q" label={t('staff.search')} type="search" optional defaultValue={filter.q} maxLength={100} />
          <SelectField
            name="role"
            label={t('field.role')}
            optional
            placeholder={t('staff.allRoles')}
            defaultValue={filter.role}
            options={ENGAGEMENT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
          <SelectField
            name="state"
            label={t('staff.state')}
            defaultValue={filter.state}
            options={states.map((value) => ({ value, label: t(`staff.states.${value}`) }))}
          />
        </FilterBar>
        {rows.length === 0 && untouched ? (
          <EmptyState title={t('staff.empty')} action={<Link to={paths.newStaff()}>{t('staff.add')}</Link>}>
            {t('staff.emptyText')}
          </EmptyState>
        ) : (
          <StaffTable rows={rows} />
        )}
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
