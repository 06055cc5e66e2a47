import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CITY_SCOPE, isAreaScope } from '~/domain/organisation/areas';
import { NO_COVERED, rateFigures } from '~/domain/rate/figures.server';
import { institutionRatesSearch } from '~/domain/rate/inputs';
import { listInstitutionRates } from '~/domain/rate/institution-rates.server';
import { mayOpenArea } from '~/domain/rate/open-scope.server';
import { figureUnder, type PeopleOfFigure } from '~/domain/rate/reading';
import { NotFound } from '~/domain/shared/refusals';
import { settingNow } from '~/domain/shared/settings.server';
import { LinkButton } from '~/ui/button';
import { ListExport } from '~/ui/list-export';
import { Page, Row, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import classes from '~/ui/rate.module.css';
import { RateBasis, RateWarnings } from '~/ui/rate-basis';
import { RateNumber } from '~/ui/rate-figure';
import { RateFilter } from '~/ui/rate-filter';
import { InstitutionRates } from '~/ui/rate-institutions';
import { rateQuery } from '~/ui/rate-query';
import { RateReading } from '~/ui/rate-reading';
import { titleFrom } from '~/ui/title';
import { useScopeName } from '~/ui/use-scope-name';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { isStale, peopleLinks, printed, rateRequest } from '~/web/rate-request.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'rate:title');

const PAGE_SIZE = 50;

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const scope = params.code ?? '';
    if (!isAreaScope(scope) || scope === CITY_SCOPE) throw new NotFound();
    const { sort, direction, page, scope: _scope, ...search } = parseSearch(request, institutionRatesSearch);
    const asked = await rateRequest(search);
    const { on, today, view, kept, snapshot, rule, state } = asked;
    const [figures, percent, list] = await Promise.all([
      rateFigures(asked.request, [scope]),
      settingNow('rate_coverage_percent'),
      listInstitutionRates(
        { ...asked.request, snapshot, scope, rule: view.rule },
        { sort, descending: direction === 'desc', limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE },
      ),
    ]);
    const cell = figures.get(scope) ?? NO_COVERED;
    const mayOpen = mayOpenArea(actor, scope);
    const to = (id: string, which: PeopleOfFigure) =>
      mayOpen ? paths.ratePeople(rateQuery({ ...view, operatorType: '*' }, { scope: id, which })) : undefined;
    return {
      scope,
      on,
      today,
      view,
      rule,
      state,
      recorded: printed(kept),
      isRecorded: snapshot !== null,
      mayOpen,
      own: { figure: figureUnder(cell, view.rule), stale: isStale(cell, percent), coverage: cell, links: peopleLinks(actor, view, scope) },
      rows: list.rows.map((row) => ({
        ...row,
        links: {
          persons: to(row.id, 'persons'),
          certified: to(row.id, 'certified'),
          uncertified: to(row.id, 'uncertified'),
          pending: to(row.id, 'pending'),
        },
      })),
      total: list.total,
      page,
    };
  });

export default function RateOfDistrict() {
  const { t } = useTranslation('rate');
  const scopeName = useScopeName();
  const { scope, on, today, view, rule, state, recorded, isRecorded, mayOpen, own, rows, total, page } = useLoaderData<typeof loader>();
  const name = scopeName(scope);
  const here = (as: 'now' | 'recorded') => paths.rateDistrict(scope, rateQuery({ ...view, as }));
  return (
    <Page
      title={t('institutions.title', { scope: name })}
      lead={t(mayOpen ? 'institutions.lead' : 'institutions.leadOther')}
      breadcrumbs={[{ label: t('title'), to: paths.rate(rateQuery(view)) }, { label: name }]}
      width="wide"
      actions={
        <Row>
          <LinkButton to={paths.rateBridge({ scope })} emphasis="second">
            {t('bridge.title')}
          </LinkButton>
          <ListExport list="rate-institutions" of={{ scope }} />
        </Row>
      }
    >
      <RateWarnings state={state} />
      <Section>
        <RateFilter view={view} on={on} today={today} />
      </Section>
      <Section>
        <RateReading
          as={view.as}
          snapshot={recorded}
          allTo={paths.rateSnapshots()}
          nowTo={here('now')}
          recordedTo={here('recorded')}
          both={null}
        />
        <div className={classes.head}>
          <RateNumber label={name} figure={own.figure} withPending={view.pending} stale={own.stale} links={own.links} />
          <div className={classes.beside}>
            <RateBasis rule={rule} on={on} asOf={isRecorded ? null : state.asOf} coverage={own.coverage} />
          </div>
        </div>
      </Section>
      <Section>
        <InstitutionRates rows={rows} caption={t('institutions.title', { scope: name })} withPending={view.pending} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
