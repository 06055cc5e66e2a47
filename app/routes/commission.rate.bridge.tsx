import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RULE_CODES } from '~/domain/certificate/counting-rule';
import { BDA_MERGED, CITY_SCOPE, isAreaScope } from '~/domain/organisation/areas';
import { DISTRICT_CODES } from '~/domain/organisation/districts';
import { bridgeView } from '~/domain/rate/bridge-view.server';
import { getRateState } from '~/domain/rate/figures.server';
import { bridgeSearch } from '~/domain/rate/inputs';
import { homeScope, mayOpenArea, openScope } from '~/domain/rate/open-scope.server';
import { POPULATIONS } from '~/domain/rate/rate';
import { now } from '~/platform/clock.server';
import { BridgeView } from '~/ui/bridge-view';
import { DateField, SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { RateWarnings } from '~/ui/rate-basis';
import { titleFrom } from '~/ui/title';
import { useScopeName } from '~/ui/use-scope-name';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'rate:bridge.title');

const PAGE_SIZE = 50;

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const search = parseSearch(request, bridgeSearch);
    const { page, ...asked } = search;
    const wanted = asked.scope ?? homeScope(actor);
    // Figures of other areas are open to every officer; their people are not, nor are other areas' institutions.
    const mayOpen = isAreaScope(wanted) ? mayOpenArea(actor, wanted) : true;
    const opened = mayOpen ? await openScope(actor, wanted, asked.to ?? asked.from ?? '9999-12-31') : { scope: wanted, institution: null };
    const { rule, population, operatorType } = asked;
    const view = await bridgeView(
      { scope: opened.scope, rule, population, operatorType },
      { ...asked, step: mayOpen ? asked.step : undefined },
      { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE },
      now(),
    );
    return { ...view, asked, page, mayOpen, ...opened, state: await getRateState() };
  });

export default function Bridge() {
  const { t } = useTranslation(['rate', 'rule']);
  const scopeName = useScopeName();
  const { asked, page, mayOpen, scope, institution, state, from, to, today, total, ...view } = useLoaderData<typeof loader>();
  const name = institution?.name ?? scopeName(scope);
  const isDifference = from === to;
  const query = {
    scope: asked.scope,
    from,
    to,
    rule: asked.rule === 'standard' ? undefined : asked.rule,
    population: asked.population === 'filed' ? undefined : asked.population,
    operatorType: asked.operatorType === '*' ? undefined : asked.operatorType,
    between: asked.between === 'reported' ? undefined : asked.between,
  };
  return (
    <Page
      title={isDifference ? t('rate:bridge.difference') : t('rate:bridge.title')}
      lead={isDifference ? t('rate:bridge.differenceLead') : t('rate:bridge.lead')}
      breadcrumbs={[{ label: t('rate:title'), to: paths.rate() }, { label: t('rate:bridge.title') }]}
      width="wide"
      actions={mayOpen && <ListExport list="rate-bridge" of={{ from, to }} />}
    >
      <RateWarnings state={state} />
      <Section>
        <FilterBar>
          <SelectField
            name="scope"
            label={t('rate:recount.scope')}
            defaultValue={scope}
            options={[
              ...(institution ? [{ value: scope, label: institution.name }] : []),
              ...[CITY_SCOPE, ...DISTRICT_CODES, BDA_MERGED].map((value) => ({ value, label: scopeName(value) })),
            ]}
          />
          <DateField name="from" label={t('rate:bridge.from')} defaultValue={from} max={today} />
          <DateField name="to" label={t('rate:bridge.to')} defaultValue={to} max={today} />
          <SelectField
            name="between"
            label={t('rate:filter.between')}
            defaultValue={asked.between}
            options={(['reported', 'known'] as const).map((value) => ({ value, label: t(`rate:bridge.between.${value}`) }))}
          />
          <SelectField
            name="rule"
            label={t('rate:filter.rule')}
            defaultValue={asked.rule}
            options={RULE_CODES.map((value) => ({ value, label: t(`rule:code.${value}`) }))}
          />
          <SelectField
            name="population"
            label={t('rate:filter.population')}
            defaultValue={asked.population}
            options={POPULATIONS.map((value) => ({ value, label: t(`rate:population.${value}`) }))}
          />
        </FilterBar>
      </Section>
      <BridgeView
        {...view}
        title={name}
        step={asked.step}
        toStep={mayOpen ? (step) => `${paths.rateBridge({ ...query, step })}#people-of-step` : undefined}
        page={{ page, pageSize: PAGE_SIZE, total }}
      />
    </Page>
  );
}
