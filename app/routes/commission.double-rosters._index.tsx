import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listDoubleRosters } from '~/domain/person/double-queries.server';
import { doubleRosterSearch } from '~/domain/person/inputs';
import { DOUBLE_ROSTER_STATES } from '~/domain/person/roster';
import { DoubleTable } from '~/ui/double-table';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'roster:double.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { state, page } = parseSearch(request, doubleRosterSearch);
    return { ...(await listDoubleRosters(actor, state, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })), state, page };
  });

export default function DoubleRosters() {
  const { rows, total, state, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation('roster');
  return (
    <Page title={t('double.title')} lead={t('double.lead')} width="wide" actions={<ListExport list="double-rosters" />}>
      <Section>
        <FilterBar>
          <SelectField
            name="state"
            label={t('double.state')}
            defaultValue={state}
            options={DOUBLE_ROSTER_STATES.map((value) => ({ value, label: t(`double.states.${value}`) }))}
          />
        </FilterBar>
        {rows.length === 0 && state === 'open' ? (
          <EmptyState title={t('double.none')}>{t('double.noneText')}</EmptyState>
        ) : (
          <DoubleTable rows={rows} />
        )}
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
