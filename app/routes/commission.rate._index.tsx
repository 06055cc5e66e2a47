import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RULE_CODES } from '~/domain/certificate/counting-rule';
import { CITY_SCOPE, districtScopes } from '~/domain/organisation/areas';
import { NO_COVERED, rateFigure, rateFigures } from '~/domain/rate/figures.server';
import { rateSearch } from '~/domain/rate/inputs';
import { homeScope, mayOpenArea } from '~/domain/rate/open-scope.server';
import { figureUnder } from '~/domain/rate/reading';
import { requestRateRebuild } from '~/domain/rate/rebuild-rate.server';
import { rateTrend } from '~/domain/rate/trend.server';
import { reasonInput } from '~/domain/shared/inputs';
import { can } from '~/domain/shared/policy';
import { settingNow } from '~/domain/shared/settings.server';
import { LinkButton } from '~/ui/button';
import { ListExport } from '~/ui/list-export';
import { Page, Row, Section } from '~/ui/page';
import classes from '~/ui/rate.module.css';
import { RateBasis, RateWarnings } from '~/ui/rate-basis';
import { DistrictRates } from '~/ui/rate-districts';
import { OtherRules, RateNumber } from '~/ui/rate-figure';
import { RateFilter } from '~/ui/rate-filter';
import { rateQuery } from '~/ui/rate-query';
import { RateReading } from '~/ui/rate-reading';
import { RateRebuild } from '~/ui/rate-rebuild';
import { RateTrend } from '~/ui/rate-trend';
import { titleFrom } from '~/ui/title';
import { useScopeName } from '~/ui/use-scope-name';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { districtRow, isStale, peopleLinks, printed, rateRequest } from '~/web/rate-request.server';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'rate:title');

const MONTHS = 12;

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const asked = await rateRequest(parseSearch(request, rateSearch));
    const { on, today, view, kept, snapshot, rule, state } = asked;
    const scopes = districtScopes(view.merged);
    // A district officer begins with her own figure; the city stands below it in the table.
    const focus = homeScope(actor);
    const [figures, percent, trend] = await Promise.all([
      rateFigures(asked.request, [...new Set([CITY_SCOPE, focus, ...scopes])]),
      settingNow('rate_coverage_percent'),
      rateTrend({ ...asked.request, scope: focus }, MONTHS),
    ]);
    const cellOf = (scope: string) => figures.get(scope) ?? NO_COVERED;
    const [city, cell] = [cellOf(CITY_SCOPE), cellOf(focus)];
    const other = kept && (await rateFigure({ ...asked.request, snapshot: snapshot ? null : kept }, focus));
    const [own, alternative] = [figureUnder(cell, view.rule), other && figureUnder(other, view.rule)];
    return {
      on,
      today,
      view,
      rule,
      state,
      percent,
      focus,
      recorded: printed(kept),
      isRecorded: snapshot !== null,
      both: alternative && { recorded: snapshot ? own : alternative, known: snapshot ? alternative : own },
      mayOpen: mayOpenArea(actor, focus),
      mayRebuild: state.underCheck && can(actor, 'rate.rebuild'),
      own: { figure: own, stale: isStale(cell, percent), coverage: cell, links: peopleLinks(actor, view, focus) },
      others: Object.fromEntries(
        RULE_CODES.map((code) => [code, { ...figureUnder(cell, code), to: peopleLinks(actor, view, focus, code).certified }]),
      ) as Parameters<typeof OtherRules>[0]['figures'],
      rows: scopes.map((scope) => districtRow(actor, view, { scope, cell: cellOf(scope), city, percent })),
      city: districtRow(actor, view, { scope: CITY_SCOPE, cell: city, city, percent }),
      trend: trend.map(({ on: day, known, recorded }) => ({
        on: day,
        known: figureUnder(known, view.rule),
        recorded: recorded && figureUnder(recorded, view.rule),
      })),
    };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'city_officer'));
    await requestRateRebuild(ctx, (await parseForm(request, reasonInput)).reason);
    return redirectWithToast(paths.rate(), 'rate:recount.rebuildAsked');
  });

export default function Rate() {
  const { t } = useTranslation('rate');
  const scopeName = useScopeName();
  const { on, today, view, rule, state, percent, focus, recorded, isRecorded, both, mayOpen, mayRebuild, own, others, rows, city, trend } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        <Row>
          <LinkButton to={paths.rateBridge()} emphasis="second">
            {t('bridge.title')}
          </LinkButton>
          <LinkButton to={paths.rateSnapshots()} emphasis="second">
            {t('snapshots.title')}
          </LinkButton>
          <ListExport list="rate-districts" />
        </Row>
      }
    >
      <RateWarnings state={state} />
      {mayRebuild && <RateRebuild />}
      <Section>
        <RateFilter view={view} on={on} today={today} />
      </Section>
      <Section>
        <RateReading
          as={view.as}
          snapshot={recorded}
          allTo={paths.rateSnapshots()}
          nowTo={paths.rate(rateQuery({ ...view, as: 'now' }))}
          recordedTo={paths.rate(rateQuery({ ...view, as: 'recorded' }))}
          both={
            both && {
              ...both,
              differenceTo: mayOpen ? paths.rateBridge(rateQuery({ ...view, as: 'now', on: undefined }, { from: on, to: on })) : undefined,
            }
          }
        />
        <div className={classes.head}>
          <RateNumber label={scopeName(focus)} figure={own.figure} withPending={view.pending} stale={own.stale} links={own.links} />
          <div className={classes.beside}>
            <OtherRules rule={view.rule} figures={others} />
            <RateBasis rule={rule} on={on} asOf={isRecorded ? null : state.asOf} coverage={own.coverage} />
          </div>
        </div>
      </Section>
      <Section title={t('districts.title')} intro={t('districts.intro')}>
        <DistrictRates rows={rows} city={city} withPending={view.pending} />
        <p className={classes.soft}>{t('districts.oncePerCity')}</p>
        <p className={classes.soft}>{t('staleNote', { percent })}</p>
      </Section>
      <Section title={`${t('trend.title')} · ${scopeName(focus)}`} intro={t('trend.intro')}>
        <RateTrend points={trend} />
      </Section>
    </Page>
  );
}
