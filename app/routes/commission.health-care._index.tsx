import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { rebuildHealthCare } from '~/domain/health-care/clock/rebuild-health-care.server';
import { coverageSearch } from '~/domain/health-care/coverage/inputs';
import { homeArea } from '~/domain/health-care/coverage/open-area.server';
import { dayAsked } from '~/domain/health-care/coverage/reading';
import { coverageTrend } from '~/domain/health-care/coverage/trend.server';
import { coverageByScope, getHealthCareState } from '~/domain/health-care/coverage.server';
import { healthCareRuleOn } from '~/domain/health-care/rule/rules.server';
import { CITY_SCOPE, districtScopes } from '~/domain/organisation/areas';
import { reasonInput } from '~/domain/shared/inputs';
import { beijingDate } from '~/domain/shared/period';
import { can } from '~/domain/shared/policy';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { CheckboxField } from '~/ui/choice-fields';
import { ColumnChart } from '~/ui/column-chart';
import { ConfirmForm } from '~/ui/confirm-form';
import { DateField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { CoverageBasis } from '~/ui/health-care-basis';
import { CoverageDistricts } from '~/ui/health-care-districts';
import { CoverageNumber, StandingCounts } from '~/ui/health-care-figure';
import { ListExport } from '~/ui/list-export';
import { Notice } from '~/ui/notice';
import { Page, Row, Section } from '~/ui/page';
import classes from '~/ui/rate.module.css';
import { titleFrom } from '~/ui/title';
import { useScopeName } from '~/ui/use-scope-name';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { coverageLinks, coverageRow } from '~/web/coverage-links.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'health:coverage.title');

const MONTHS = 12;

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { on: asked, merged } = parseSearch(request, coverageSearch);
    const today = beijingDate(now());
    const on = dayAsked(asked, today);
    const linked = on === today ? undefined : on;
    const scopes = districtScopes(merged);
    // A district officer begins with her own figure; the city stands below it in the table.
    const focus = homeArea(actor);
    const [figures, state, rule, trend] = await Promise.all([
      coverageByScope(on, [...new Set([CITY_SCOPE, focus, ...scopes])]),
      getHealthCareState(),
      healthCareRuleOn(on),
      coverageTrend({ scope: focus, on }, MONTHS),
    ]);
    return {
      on,
      today,
      merged,
      focus,
      state,
      rule: rule && {
        id: rule.id,
        version: rule.version,
        inForceFromOn: rule.inForceFromOn,
        isOfficial: rule.isOfficial,
        documentNo: rule.documentNo,
      },
      mayRebuild: state.underCheck && can(actor, 'rate.rebuild'),
      own: coverageRow(actor, focus, figures, linked),
      rows: scopes.map((scope) => coverageRow(actor, scope, figures, linked)),
      city: coverageRow(actor, CITY_SCOPE, figures, linked),
      trend: trend.map((point) => ({ ...point, links: coverageLinks(actor, focus, point.on === today ? undefined : point.on) })),
    };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'city_officer'));
    await rebuildHealthCare(ctx, (await parseForm(request, reasonInput)).reason);
    return redirectWithToast(paths.healthCare(), 'health:coverage.rebuildAsked');
  });

export default function HealthCare() {
  const { t } = useTranslation('health');
  const scopeName = useScopeName();
  const { on, today, merged, focus, state, rule, mayRebuild, own, rows, city, trend } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('coverage.title')}
      lead={t('coverage.lead')}
      width="wide"
      actions={
        <Row>
          <LinkButton to={paths.healthCareRules()} emphasis="second">
            {t('rule.title')}
          </LinkButton>
          <ListExport list="health-care-coverage" />
        </Row>
      }
    >
      {state.underCheck && <Notice tone="warn">{t('coverage.underCheck')}</Notice>}
      {mayRebuild && <ConfirmForm label={t('coverage.rebuild')} explanation={t('coverage.rebuildText')} name="rebuild" />}
      <Section>
        <FilterBar>
          <DateField name="on" label={t('coverage.on')} defaultValue={on} max={today} />
          <CheckboxField name="merged" value="1" label={t('coverage.merged')} defaultChecked={merged} />
        </FilterBar>
      </Section>
      <Section>
        <div className={classes.head}>
          <CoverageNumber label={scopeName(focus)} figure={own} links={own.links} />
          <div className={classes.beside}>
            <StandingCounts figure={own} links={own.links} />
            <CoverageBasis rule={rule} on={on} asOf={state.asOf} />
          </div>
        </div>
      </Section>
      <Section title={t('coverage.districts')} intro={t('coverage.districtsIntro')}>
        <CoverageDistricts rows={rows} city={city} />
      </Section>
      <Section title={`${t('coverage.trend')} · ${scopeName(focus)}`} intro={t('coverage.trendIntro')}>
        <ColumnChart
          title={t('coverage.trendChart')}
          unit={t('coverage.unit')}
          series={[t('coverage.d'), t('coverage.n')]}
          points={trend.map((point) => ({
            key: point.on,
            label: point.on,
            values: [point.institutions, point.covered],
            to: [point.links.institutions, point.links.covered],
          }))}
        />
      </Section>
    </Page>
  );
}
