import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RULE_CODES } from '~/domain/certificate/counting-rule';
import { bridgeView } from '~/domain/rate/bridge-view.server';
import { rateFigure } from '~/domain/rate/figures.server';
import { institutionRateSearch } from '~/domain/rate/inputs';
import { homeScope } from '~/domain/rate/open-scope.server';
import { describePeople, listPeopleRows } from '~/domain/rate/people.server';
import { countOf, figureUnder, PEOPLE_OF_FIGURE } from '~/domain/rate/reading';
import { now } from '~/platform/clock.server';
import { BridgeView } from '~/ui/bridge-view';
import { ListExport } from '~/ui/list-export';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import classes from '~/ui/rate.module.css';
import { RateBasis, RateWarnings } from '~/ui/rate-basis';
import { OtherRules, RateNumber } from '~/ui/rate-figure';
import { RateFilter } from '~/ui/rate-filter';
import { RateNextStep } from '~/ui/rate-next-step';
import { RatePeople } from '~/ui/rate-people';
import { rateQuery } from '~/ui/rate-query';
import { RateReading } from '~/ui/rate-reading';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { printed, rateRequest } from '~/web/rate-request.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'rate:own.title');

const PAGE_SIZE = 50;
/** Of one institution: more than anybody has in one step. */
const STEP_ROWS = 500;

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    const { which, page, from, to, between, step, ...search } = parseSearch(request, institutionRateSearch);
    const scope = homeScope(actor);
    const asked = await rateRequest({ ...search, operatorType: '*' });
    // Where the institution is not filed, the figures of the filed ones would be empty: it is shown with the others then.
    const filed = await rateFigure(asked.request, scope);
    const extended = await rateFigure({ ...asked.request, population: 'extended' }, scope);
    const notFiled = search.population === 'filed' && filed.persons === 0 && extended.persons > 0;
    const population = notFiled ? 'extended' : search.population;
    const cell = notFiled ? extended : filed;
    const { on, today, view, kept, snapshot, rule, state } = asked;
    const filter = { ...asked.request, population, version: snapshot?.version ?? null, scope, rule: view.rule, which };
    const [list, bridge] = await Promise.all([
      listPeopleRows(filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      bridgeView(
        { scope, rule: view.rule, population, operatorType: '*' },
        { from, to, between, step },
        { limit: STEP_ROWS, offset: 0 },
        now(),
      ),
    ]);
    const figure = figureUnder(cell, view.rule);
    return {
      on,
      today,
      view,
      rule,
      state,
      notFiled,
      which,
      page,
      step,
      bridge,
      recorded: printed(kept),
      isRecorded: snapshot !== null,
      figure,
      others: Object.fromEntries(RULE_CODES.map((code) => [code, figureUnder(cell, code)])) as Parameters<typeof OtherRules>[0]['figures'],
      total: list.total,
      counts: Object.fromEntries(PEOPLE_OF_FIGURE.map((each) => [each, countOf(each, figure)])) as Record<typeof which, number>,
      rows: await describePeople(list.seqs, filter),
    };
  });

export default function OwnRate() {
  const { t } = useTranslation('rate');
  const { on, today, view, rule, state, notFiled, which, page, step, bridge, recorded, isRecorded, figure, others, total, counts, rows } =
    useLoaderData<typeof loader>();
  const to = (more: Parameters<typeof rateQuery>[1]) => paths.institutionRate(rateQuery(view, more));
  const list = (each: (typeof PEOPLE_OF_FIGURE)[number]) => `${to({ which: each })}#people`;
  return (
    <Page title={t('own.title')} lead={t('own.lead')} width="wide" actions={<ListExport list="rate-people" of={{ which }} />}>
      <RateWarnings state={state} />
      <RateNextStep onPost={figure.d} missing={figure.d - figure.n} />
      {notFiled && <Notice>{t('own.notFiled')}</Notice>}
      <Section>
        <RateFilter view={view} on={on} today={today} ofInstitution keep={{ which }} />
      </Section>
      <Section>
        <RateReading
          as={view.as}
          snapshot={recorded}
          nowTo={paths.institutionRate(rateQuery({ ...view, as: 'now' }))}
          recordedTo={paths.institutionRate(rateQuery({ ...view, as: 'recorded' }))}
          both={null}
        />
        <div className={classes.head}>
          <RateNumber
            label={t('institution')}
            figure={figure}
            withPending={view.pending}
            stale={false}
            links={{ persons: list('persons'), certified: list('certified'), pending: list('pending') }}
          />
          <div className={classes.beside}>
            <OtherRules rule={view.rule} figures={others} />
            <RateBasis rule={rule} on={on} asOf={isRecorded ? null : state.asOf} rulesTo={`${paths.counting()}#rate`} />
          </div>
        </div>
      </Section>
      <Section id="people" title={which === 'uncertified' ? t('own.missing') : t(`people.which.${which}`)}>
        <Tabs
          label={t('people.view')}
          tabs={PEOPLE_OF_FIGURE.map((each) => ({
            to: list(each),
            label: t(`people.which.${each}`),
            count: counts[each],
            current: each === which,
          }))}
        />
        <RatePeople rows={rows} caption={t('people.title')} ofInstitution />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
      <BridgeView
        {...bridge}
        title={t('own.bridge')}
        intro={t('bridge.lead')}
        actions={<ListExport list="rate-bridge" of={{ from: bridge.from, to: bridge.to }} />}
        step={step}
        toStep={(each) => `${to({ which, from: bridge.from, to: bridge.to, step: each })}#people-of-step`}
        page={{ page: 1, pageSize: STEP_ROWS, total: bridge.total }}
      />
    </Page>
  );
}
