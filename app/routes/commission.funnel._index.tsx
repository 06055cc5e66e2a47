import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { reasonInput } from '~/domain/shared/inputs';
import { changeSetting } from '~/domain/shared/settings.server';
import type { FunnelStage } from '~/domain/talent/funnel';
import { funnelView, getFunnelState, readFunnel } from '~/domain/talent/funnel-queries.server';
import { requestFunnelRebuild } from '~/domain/talent/rebuild-funnel.server';
import { funnelSearch, funnelSettingForm } from '~/domain/talent/student/inputs';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { FunnelChart } from '~/ui/funnel-chart';
import { FunnelCity } from '~/ui/funnel-city';
import { FunnelNotes, FunnelWarning } from '~/ui/funnel-notes';
import { FunnelTable } from '~/ui/funnel-table';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useDistrictName } from '~/ui/use-district-name';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'funnel:funnel.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const search = parseSearch(request, funnelSearch);
    const [cells, state] = await Promise.all([readFunnel(actor), getFunnelState()]);
    return { search, state, isCity: actor.role === 'city_officer', ...funnelView(cells, search) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'city_officer'));
    const intent = await intentOf(request, 'setting', 'rebuild');
    if (intent === 'setting') await changeSetting(ctx, 'funnel_gap_days', (await parseForm(request, funnelSettingForm)).value);
    else await requestFunnelRebuild(ctx, (await parseForm(request, reasonInput)).reason);
    return redirectWithToast(paths.funnel(), intent === 'setting' ? 'funnel:funnel.setting.done' : 'funnel:funnel.rebuild.asked');
  });

export default function Funnel() {
  const view = useLoaderData<typeof loader>();
  const { search, state, isCity, college, counts, years } = view;
  const { t } = useTranslation(['funnel', 'organisation']);
  const districtName = useDistrictName();
  const scope = college?.name ?? t(isCity ? 'funnel.scope.all' : 'funnel.scope.district');
  const open = (choice: { college?: string; year?: number }) => (stage: FunnelStage) => paths.funnelPeople({ ...choice, stage });
  const { year } = search;
  return (
    <Page title={t('funnel.title')} lead={t('funnel.lead')} width="wide" actions={<ListExport list="funnel" />}>
      <FunnelWarning state={state} />
      {years.length === 0 ? (
        <EmptyState title={t('funnel.empty')}>{t('funnel.emptyText')}</EmptyState>
      ) : (
        <>
          <Section>
            <FilterBar>
              <SelectField
                name="year"
                label={t('funnel.filter.year')}
                optional
                placeholder={t('funnel.filter.allYears')}
                options={years.map((value) => ({ value: String(value), label: t('funnel.year', { year: value }) }))}
              />
              <SelectField
                name="college"
                label={t('funnel.filter.college')}
                optional
                placeholder={t(isCity ? 'funnel.filter.allColleges' : 'funnel.filter.ownColleges')}
                options={view.colleges.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </FilterBar>
            <FunnelChart
              title={t('funnel.chart', { scope: year ? `${scope} · ${t('funnel.year', { year })}` : scope })}
              counts={counts}
              to={view.mayOpen ? open({ college: college?.id, year }) : undefined}
            />
            <FunnelNotes state={state} />
          </Section>
          <Section title={`${t('funnel.byYear')} · ${scope}`}>
            <FunnelTable
              caption={t('funnel.byYear')}
              header={t('funnel.column.year')}
              lines={view.byYear.map((line) => ({
                key: String(line.year),
                name: t('funnel.year', { year: line.year }),
                counts: line.counts,
                to: view.mayOpen ? open({ college: college?.id, year: line.year }) : undefined,
              }))}
            />
          </Section>
          <Section title={year ? `${t('funnel.byCollege')} · ${t('funnel.year', { year })}` : t('funnel.byCollege')}>
            <FunnelTable
              caption={t('funnel.byCollege')}
              header={t('funnel.column.college')}
              lines={[
                ...view.byCollege.map((line) => ({
                  key: line.id,
                  name: line.name,
                  district: line.districtCode === null ? t('organisation:cityLevel') : districtName(line.districtCode),
                  counts: line.counts,
                  to: line.mayOpen ? open({ college: line.id, year }) : undefined,
                })),
                ...(view.opensAll
                  ? []
                  : [{ key: 'district', name: t('funnel.districtTotal'), district: '', counts: view.openTotal, to: open({ year }) }]),
                {
                  key: 'city',
                  name: t('funnel.cityTotal'),
                  district: '',
                  counts: view.total,
                  to: view.opensAll ? open({ year }) : undefined,
                },
              ]}
            />
          </Section>
        </>
      )}
      {isCity && <FunnelCity gapDays={state.gapDays} underCheck={state.underCheck} />}
    </Page>
  );
}
