import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { rateFigure } from '~/domain/rate/figures.server';
import { ratePeopleSearch } from '~/domain/rate/inputs';
import { openScope } from '~/domain/rate/open-scope.server';
import { describePeople, listPeopleRows } from '~/domain/rate/people.server';
import { countOf, figureUnder, PEOPLE_OF_FIGURE } from '~/domain/rate/reading';
import { formatNumber } from '~/i18n/format';
import { ListExport } from '~/ui/list-export';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import classes from '~/ui/rate.module.css';
import { RateBasis, RateWarnings } from '~/ui/rate-basis';
import { RateFilter } from '~/ui/rate-filter';
import { RatePeople } from '~/ui/rate-people';
import { rateQuery } from '~/ui/rate-query';
import { Hashes } from '~/ui/rate-reading';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { useScopeName } from '~/ui/use-scope-name';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { printed, rateRequest } from '~/web/rate-request.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'rate:people.title');

const PAGE_SIZE = 50;

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { scope: wanted, which, page, ...search } = parseSearch(request, ratePeopleSearch);
    const asked = await rateRequest(search);
    const { on, today, view, snapshot, rule, state } = asked;
    const { scope, institution } = await openScope(actor, wanted, on);
    const filter = { ...asked.request, version: snapshot?.version ?? null, scope, rule: view.rule, which };
    const [list, cell] = await Promise.all([
      listPeopleRows(filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      rateFigure(asked.request, scope),
    ]);
    const figure = figureUnder(cell, view.rule);
    return {
      on,
      today,
      view,
      rule,
      state,
      scope,
      wanted,
      institution,
      which,
      page,
      total: list.total,
      recorded: printed(snapshot),
      counts: Object.fromEntries(PEOPLE_OF_FIGURE.map((each) => [each, countOf(each, figure)])) as Record<typeof which, number>,
      rows: await describePeople(list.seqs, filter),
    };
  });

export default function PeopleOfRate() {
  const { t } = useTranslation('rate');
  const language = useLanguage();
  const scopeName = useScopeName();
  const { on, today, view, rule, state, scope, wanted, institution, which, page, total, recorded, counts, rows } =
    useLoaderData<typeof loader>();
  const name = institution?.name ?? scopeName(scope);
  const count = formatNumber(total, language);
  return (
    <Page
      title={`${name} · ${t('people.title')}`}
      lead={t(recorded ? 'people.leadRecorded' : 'people.leadNow', { on })}
      breadcrumbs={[
        { label: t('title'), to: paths.rate(rateQuery(view)) },
        ...(institution
          ? [{ label: scopeName(institution.districtCode), to: paths.rateDistrict(institution.districtCode, rateQuery(view)) }]
          : []),
        { label: name },
      ]}
      width="wide"
      actions={<ListExport list="rate-people" />}
    >
      <RateWarnings state={state} />
      <Section>
        <RateFilter
          view={view}
          on={on}
          today={today}
          ofInstitution={institution !== null}
          keep={{ ...(wanted ? { scope: wanted } : {}), which }}
        />
      </Section>
      <Section>
        <RateBasis rule={rule} on={on} asOf={recorded ? null : state.asOf} />
        {recorded && <Hashes snapshot={recorded} allTo={paths.rateSnapshots()} />}
      </Section>
      <Tabs
        label={t('people.view')}
        tabs={PEOPLE_OF_FIGURE.map((each) => ({
          to: paths.ratePeople(rateQuery(view, { scope: wanted, which: each === 'persons' ? undefined : each })),
          label: t(`people.which.${each}`),
          count: counts[each],
          current: each === which,
        }))}
      />
      <Section>
        {total === counts[which] || rows.length === 0 ? (
          total > 0 && <p className={classes.soft}>{t('people.agrees', { number: count })}</p>
        ) : (
          <Notice tone="warn">{t('people.differs', { number: count, figure: formatNumber(counts[which], language) })}</Notice>
        )}
        <RatePeople rows={rows} caption={t('people.title')} ofInstitution={institution !== null} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
