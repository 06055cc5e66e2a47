import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listColleges, listKinds } from '~/domain/evaluation/catalogue-queries.server';
import { CANDIDATE_PAGE_SIZE, listCityCandidates, listSittingYears } from '~/domain/evaluation/commission-queries.server';
import { CANDIDATE_SHOWN, X_LEVELS } from '~/domain/evaluation/evaluation';
import { candidateSearch } from '~/domain/evaluation/inputs';
import { now } from '~/platform/clock.server';
import { CityCandidateTable } from '~/ui/city-candidate-table';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:city.candidates');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const search = parseSearch(request, candidateSearch);
    const at = now();
    const [found, years, kinds, colleges] = await Promise.all([
      listCityCandidates(actor, search, at),
      listSittingYears(actor, at),
      listKinds(),
      listColleges(),
    ]);
    return {
      search,
      ...found,
      pageSize: CANDIDATE_PAGE_SIZE,
      years,
      kinds: kinds.map(({ id, name, issuer }) => ({ value: id, label: `${name} · ${issuer}` })),
      colleges: colleges.map(({ id, name }) => ({ value: id, label: name })),
    };
  });

export default function CityCandidates() {
  const { search, rows, total, pageSize, years, kinds, colleges } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  return (
    <Page
      title={t('city.candidates')}
      lead={t('city.candidatesLead')}
      breadcrumbs={[{ label: t('city.back'), to: paths.citySittings() }, { label: t('city.candidates') }]}
      width="wide"
      actions={<ListExport list="candidates" />}
    >
      <Section>
        <FilterBar keep={search.sitting ? { sitting: search.sitting } : undefined}>
          <SelectField
            name="show"
            label={t('city.show')}
            defaultValue={search.show}
            placeholder={t('city.shown.all')}
            options={CANDIDATE_SHOWN.filter((show) => show !== 'all').map((value) => ({ value, label: t(`city.shown.${value}`) }))}
          />
          <SelectField name="kind" label={t('field.kind')} optional defaultValue={search.kind} options={kinds} />
          <SelectField
            name="level"
            label={t('field.level')}
            optional
            defaultValue={search.level}
            options={X_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
          />
          <SelectField
            name="college"
            label={t('field.college')}
            optional
            defaultValue={search.college}
            options={[{ value: 'none', label: t('field.self') }, ...colleges]}
          />
          <SelectField
            name="year"
            label={t('field.year')}
            optional
            defaultValue={search.year}
            options={years.map((year) => ({ value: year, label: year }))}
          />
        </FilterBar>
        <CityCandidateTable rows={rows} />
        <Pagination page={search.page} pageSize={pageSize} total={total} />
      </Section>
    </Page>
  );
}
