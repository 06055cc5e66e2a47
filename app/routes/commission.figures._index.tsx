import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type CellChoice, getFigures, listPeriods } from '~/domain/goal/figures.server';
import { METRICS } from '~/domain/goal/goal';
import { figuresSearch } from '~/domain/goal/inputs';
import { listSharesOf } from '~/domain/goal/queries.server';
import { mayOpenRows } from '~/domain/goal/scope';
import { OPERATOR_TYPES } from '~/domain/organisation/organisation';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { FiguresFilter, FiguresOf } from '~/ui/figures-view';
import { Page, Row, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { figureRows } from '~/web/figure-rows.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'goal:figures.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const search = parseSearch(request, figuresSearch);
    const periods = await listPeriods();
    const period = periods.find((each) => each.id === search.period) ?? periods.at(0);
    if (!period) return { periods, period: null, search, rows: [], total: null, metrics: [], months: [], narrowed: false };
    const { by, district, month, operatorType } = search;
    const total: CellChoice = { district, month, operatorType, [by]: '*' };
    const [figures, shares] = await Promise.all([
      getFigures({ periodId: period.id, choices: [total, { ...total, [by]: 'each' }, { month: 'each' }] }),
      listSharesOf(),
    ]);
    const places = { periodId: period.id, mayOpen: (code: string) => mayOpenRows(actor, code) };
    return {
      periods,
      period,
      search,
      ...figureRows(figures, { by, total }, shares, places),
      metrics: figures.map(({ metric, asOf, underCheck, waiting }) => ({ metric, asOf, underCheck, waiting })),
      narrowed: actor.role === 'district_officer',
      months: [...new Set(figures.flatMap((each) => each.cells.map((cell) => cell.month)).filter((each) => each !== '*'))].sort(),
    };
  });

export default function Figures() {
  const { t } = useTranslation('goal');
  const { periods, period, search, rows, total, metrics, months, narrowed } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('figures.title')}
      lead={t('figures.lead')}
      actions={
        <Row>
          <LinkButton to={paths.personTimes({ period: period?.id, repeat: 1 })} emphasis="second">
            {t('figures.repeats')}
          </LinkButton>
          <LinkButton to={paths.unusual()} emphasis="second">
            {t('figures.unusual')}
          </LinkButton>
        </Row>
      }
    >
      {period === null || total === null ? (
        <EmptyState title={t('figures.noPeriod')}>{t('figures.noPeriodText')}</EmptyState>
      ) : (
        <Section>
          <FiguresFilter
            periods={periods}
            months={months}
            operatorTypes={[...OPERATOR_TYPES, 'none']}
            by={search.by}
            periodId={period.id}
          />
          <FiguresOf period={period} by={search.by} rows={rows} total={total} metrics={metrics} groups={METRICS} />
          {narrowed && <p>{t('figures.othersNote')}</p>}
        </Section>
      )}
    </Page>
  );
}
