import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { staffSearch } from '~/domain/person/inputs';
import { listConfirmations } from '~/domain/person/present-roster.server';
import { rosterFreshness } from '~/domain/person/roster-freshness.server';
import { getRosterInstitution } from '~/domain/person/roster-queries.server';
import { listStaffOf } from '~/domain/person/staff-queries.server';
import { beijingDate } from '~/domain/shared/period';
import { LinkButton } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { RosterHistory } from '~/ui/roster-history';
import { StaffExport } from '~/ui/staff-export';
import { StaffFilter } from '~/ui/staff-filter';
import { StaffTable } from '~/ui/staff-table';
import { StatusBadge } from '~/ui/status-badge';
import { titleOf } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;
const CONFIRMATIONS = 6;

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.institution.name ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { id, name } = await getRosterInstitution(actor, params.institutionId ?? '');
    const { page, ...filter } = parseSearch(request, staffSearch);
    const { now } = contextFor(actor);
    const [staff, fresh, confirmations] = await Promise.all([
      listStaffOf(id, filter, now, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      rosterFreshness([id], beijingDate(now)),
      listConfirmations(id, CONFIRMATIONS),
    ]);
    const freshness = fresh.get(id)?.freshness ?? 'never';
    const shown = confirmations.map(({ confirmedAt, ...row }) => ({ ...row, confirmedAt: confirmedAt.toISOString() }));
    return { institution: { id, name }, ...staff, page, filter, freshness, confirmations: shown };
  });

export default function RosterOf() {
  const { institution, rows, total, page, filter, freshness, confirmations } = useLoaderData<typeof loader>();
  const { t } = useTranslation('roster');
  const isOld = freshness === 'stale' || freshness === 'never';
  return (
    <Page
      title={institution.name}
      status={<StatusBadge kind="roster:freshness" status={freshness} />}
      width="wide"
      breadcrumbs={[{ label: t('rosters.title'), to: paths.rosters() }, { label: institution.name }]}
      actions={
        <LinkButton to={paths.organisation(institution.id)} emphasis="second">
          {t('rosters.file')}
        </LinkButton>
      }
    >
      {isOld && <Notice tone="warn">{t(freshness === 'stale' ? 'rosters.stale' : 'rosters.never')}</Notice>}
      <Section title={t('rosters.staffOf')}>
        <StaffFilter filter={filter} />
        <StaffTable rows={rows} linked={false} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
        <StaffExport to={paths.rosterExport(institution.id)} />
      </Section>
      <Section title={t('confirm.history')}>
        <RosterHistory rows={confirmations} />
      </Section>
    </Page>
  );
}
