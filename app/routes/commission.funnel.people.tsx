import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { beijingDate } from '~/domain/shared/period';
import { FUNNEL_STAGES } from '~/domain/talent/funnel';
import { listFunnelPeople } from '~/domain/talent/funnel-people.server';
import { funnelView, getFunnelState, readFunnel } from '~/domain/talent/funnel-queries.server';
import { funnelPeopleSearch } from '~/domain/talent/student/inputs';
import { FunnelNotes, FunnelWarning } from '~/ui/funnel-notes';
import { FunnelPeople } from '~/ui/funnel-people';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'funnel:funnel.people.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'district_officer', 'city_officer'));
    const { page, ...search } = parseSearch(request, funnelPeopleSearch);
    const [people, cells, state] = await Promise.all([
      listFunnelPeople(actor, search, beijingDate(now), { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      readFunnel(actor),
      getFunnelState(),
    ]);
    const { college, counts } = funnelView(cells, search);
    return { ...people, page, search, state, college, counts, isCity: actor.role === 'city_officer' };
  });

export default function PeopleOfFunnel() {
  const { rows, total, page, search, state, college, counts, isCity } = useLoaderData<typeof loader>();
  const { t } = useTranslation('funnel');
  const { stage, year } = search;
  const scope = college?.name ?? t(isCity ? 'funnel.scope.all' : 'funnel.scope.district');
  const title = [scope, ...(year ? [t('funnel.year', { year })] : [])].join(' · ');
  return (
    <Page
      title={title}
      lead={t('funnel.people.lead', { stage: t(`funnel.stage.${stage}`), count: total })}
      breadcrumbs={[{ label: t('funnel.title'), to: paths.funnel({ college: search.college, year }) }, { label: t('funnel.people.title') }]}
      width="wide"
      actions={<ListExport list="funnel-people" />}
    >
      <FunnelWarning state={state} />
      <Tabs
        label={t('funnel.column.stage')}
        tabs={FUNNEL_STAGES.map((each) => ({
          to: paths.funnelPeople({ ...search, stage: each }),
          label: t(`funnel.stage.${each}`),
          count: counts[each],
          current: each === stage,
        }))}
      />
      <Section>
        <FunnelPeople rows={rows} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
        <FunnelNotes state={state} />
      </Section>
    </Page>
  );
}
