import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { coverageInstitutionsSearch } from '~/domain/health-care/coverage/inputs';
import { listNewInstitutions } from '~/domain/health-care/coverage/institutions.server';
import { mayOpenArea, openArea } from '~/domain/health-care/coverage/open-area.server';
import { dayAsked } from '~/domain/health-care/coverage/reading';
import { getHealthCareState } from '~/domain/health-care/coverage.server';
import { HEALTH_CARE_STANDINGS } from '~/domain/health-care/requirement';
import { healthCareRuleOn } from '~/domain/health-care/rule/rules.server';
import { CITY_SCOPE, districtScopes } from '~/domain/organisation/areas';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { DateField, SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { CoverageBasis } from '~/ui/health-care-basis';
import { NewInstitutions } from '~/ui/health-care-institutions';
import { ListExport } from '~/ui/list-export';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { useScopeName } from '~/ui/use-scope-name';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'health:coverage.institutions.title');

const PAGE_SIZE = 50;

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { on: asked, scope: wanted, standing, sort, direction, page } = parseSearch(request, coverageInstitutionsSearch);
    const scope = openArea(actor, wanted);
    const today = beijingDate(now());
    const on = dayAsked(asked, today);
    const [list, state, rule] = await Promise.all([
      listNewInstitutions(
        { on, scope, which: standing },
        { sort, descending: direction === 'desc', limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE },
      ),
      getHealthCareState(),
      healthCareRuleOn(on),
    ]);
    return {
      on,
      today,
      scope,
      scopes: [CITY_SCOPE, ...districtScopes(false)].filter((each) => mayOpenArea(actor, each)),
      state,
      rule: rule && {
        id: rule.id,
        version: rule.version,
        inForceFromOn: rule.inForceFromOn,
        isOfficial: rule.isOfficial,
        documentNo: rule.documentNo,
      },
      rows: list.rows,
      total: list.total,
      page,
    };
  });

export default function HealthCareInstitutions() {
  const { t } = useTranslation('health');
  const scopeName = useScopeName();
  const { on, today, scope, scopes, state, rule, rows, total, page } = useLoaderData<typeof loader>();
  const areas = scopes.includes(scope) ? scopes : [...scopes, scope];
  return (
    <Page
      title={t('coverage.institutions.title')}
      lead={t('coverage.institutions.lead', { scope: scopeName(scope), on })}
      breadcrumbs={[
        { label: t('coverage.title'), to: paths.healthCare(on === today ? {} : { on }) },
        { label: t('coverage.institutions.title') },
      ]}
      width="wide"
      actions={<ListExport list="health-care-institutions" />}
    >
      {state.underCheck && <Notice tone="warn">{t('coverage.underCheck')}</Notice>}
      <Section>
        <FilterBar>
          <DateField name="on" label={t('coverage.on')} defaultValue={on} max={today} />
          {areas.length > 1 && (
            <SelectField
              name="scope"
              label={t('coverage.institutions.scope')}
              defaultValue={scope}
              options={areas.map((value) => ({ value, label: scopeName(value) }))}
            />
          )}
          <SelectField
            name="standing"
            optional
            label={t('coverage.institutions.standing')}
            options={[
              ...(['covered', 'owing'] as const).map((value) => ({ value, label: t(`coverage.institutions.which.${value}`) })),
              ...HEALTH_CARE_STANDINGS.map((value) => ({ value, label: t(`standing.${value}`) })),
            ]}
          />
        </FilterBar>
      </Section>
      <Section>
        <CoverageBasis rule={rule} on={on} asOf={state.asOf} />
        <NewInstitutions rows={rows} caption={t('coverage.institutions.title')} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
