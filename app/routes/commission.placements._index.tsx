import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { changeSetting } from '~/domain/shared/settings.server';
import { COUNTED_BY } from '~/domain/talent/placement';
import { cityPlacementSearch, placementSettingInput } from '~/domain/talent/placement/inputs';
import {
  countPlacements,
  listCityPlacements,
  listInstitutionsOver,
  listPlacementYears,
} from '~/domain/talent/placement/list-queries.server';
import { PLACEMENT_PAGE_SIZE } from '~/domain/talent/placement/rows.server';
import { listPlacementSettings } from '~/domain/talent/placement/settings.server';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { PlacementCounts } from '~/ui/placement-counts';
import { PlacementFilter } from '~/ui/placement-filter';
import { InstitutionsOver } from '~/ui/placement-over';
import { PlacementSettings } from '~/ui/placement-settings';
import { PlacementTable } from '~/ui/placement-table';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'placement:city.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const search = parseSearch(request, cityPlacementSearch);
    const { now } = contextFor(actor);
    const page = { limit: PLACEMENT_PAGE_SIZE, offset: (search.page - 1) * PLACEMENT_PAGE_SIZE };
    const [counts, list, years, over, settings] = await Promise.all([
      countPlacements(actor, search),
      listCityPlacements(actor, search, now, page),
      listPlacementYears(actor),
      listInstitutionsOver(actor, now),
      listPlacementSettings(),
    ]);
    return { search, counts, ...list, years, over, settings, pageSize: PLACEMENT_PAGE_SIZE, isCity: actor.role === 'city_officer' };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    const { key, value } = await parseForm(request, placementSettingInput);
    await changeSetting(contextFor(actor), key, value);
    return redirectWithToast(paths.cityPlacements(), 'placement:city.settingSaved');
  });

export default function CityPlacements() {
  const { search, counts, rows, total, years, over, settings, pageSize, isCity } = useLoaderData<typeof loader>();
  const { t } = useTranslation('placement');
  const { by, year, college, district, institution } = search;
  const kept = { by, ...(college && { college }), ...(district && { district }), ...(institution && { institution }) };
  return (
    <Page
      title={t('city.title')}
      lead={t('city.lead')}
      width="wide"
      actions={<ListExport list="city-placements">{t('ledger.export')}</ListExport>}
    >
      <Tabs
        label={t('city.countedBy')}
        tabs={COUNTED_BY.map((each) => ({ to: paths.cityPlacements({ by: each, year }), label: t(`by.${each}`), current: each === by }))}
      />
      <Section title={t('city.countTitle', { by: t(`by.${by}`) })} actions={<ListExport list="placement-counts" />}>
        <PlacementCounts rows={counts} by={by} year={year} />
      </Section>
      <Section title={t('city.overTitle')} actions={over.length > 0 && <ListExport list="placements-over" />}>
        <InstitutionsOver rows={over} />
      </Section>
      <Section title={t('city.listTitle')} id="list">
        <PlacementFilter filter={search} keep={kept} years={years} />
        <PlacementTable
          caption={t('city.caption')}
          rows={rows}
          to={paths.cityPlacement}
          show={{ college: true, institution: true }}
          empty={{ title: t('city.empty'), text: t('city.emptyText') }}
        />
        <Pagination page={search.page} pageSize={pageSize} total={total} />
      </Section>
      <PlacementSettings settings={settings} mayChange={isCity} />
    </Page>
  );
}
