import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { publicInstitutionSearch } from '~/domain/organisation/institution/inputs';
import { countPublicInstitutions, listPublicInstitutions, listStreets } from '~/domain/organisation/public-institutions.server';
import { formatNumber, NOTHING } from '~/i18n/format';
import { DataTable } from '~/ui/data-table';
import { DistrictMap } from '~/ui/district-map';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import classes from '~/ui/institution.module.css';
import { InclusiveField } from '~/ui/institution-filter';
import { ListExport } from '~/ui/list-export';
import { useAreas, useDistrictName } from '~/ui/organisation-fields';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'institution:public.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { page, ...filter } = parseSearch(request, publicInstitutionSearch);
    const [found, counts, streets] = await Promise.all([
      listPublicInstitutions(filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      countPublicInstitutions(filter),
      filter.district ? listStreets(filter.district) : [],
    ]);
    return { ...found, counts, streets, filter, page };
  });

export default function PublicInstitutions() {
  const { rows, total, counts, streets, filter, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['institution', 'organisation']);
  const language = useLanguage();
  const districtName = useDistrictName();
  const areas = useAreas(false);
  const { q, inclusive, district } = filter;
  return (
    <Page title={t('public.title')} lead={t('public.lead')} width="wide" actions={<ListExport list="filed-institutions" />}>
      <Section>
        <FilterBar>
          <TextField name="q" label={t('public.search')} type="search" optional defaultValue={q} maxLength={100} />
          <SelectField
            name="district"
            label={t('fact.districtCode')}
            optional
            placeholder={t('public.all')}
            defaultValue={district}
            options={areas}
          />
          {streets.length > 0 && (
            <SelectField
              name="street"
              label={t('list.street')}
              optional
              placeholder={t('list.allStreets')}
              defaultValue={filter.street}
              options={streets.map((value) => ({ value, label: value }))}
            />
          )}
          <InclusiveField value={inclusive} />
        </FilterBar>
      </Section>
      <div className={classes.mapAndList}>
        <Section title={t('public.map')} intro={t('public.mapText')}>
          <DistrictMap counts={counts} chosen={district} addressOf={(code) => paths.institutions({ q, inclusive, district: code })} />
        </Section>
        <Section title={district ? districtName(district) : t('public.list')} intro={t('public.found', { count: total })}>
          <DataTable<(typeof rows)[number]>
            caption={t('public.list')}
            captionHidden
            dense
            rows={rows}
            rowKey={(row) => row.id}
            empty={<p>{t('public.empty')}</p>}
            columns={[
              { key: 'name', header: t('fact.name'), rowHeader: true, cell: (row) => row.name },
              {
                key: 'place',
                header: t('fact.address'),
                cell: (row) => [districtName(row.districtCode), row.subdistrict, row.address].filter(Boolean).join(' ') || NOTHING,
              },
              { key: 'places', header: t('places'), numeric: true, cell: (row) => formatNumber(row.places, language) },
              { key: 'inclusive', header: t('list.inclusive'), nowrap: true, cell: (row) => t(row.isInclusive ? 'yes' : 'no') },
            ]}
          />
          <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
          <p>{t('public.note')}</p>
        </Section>
      </div>
    </Page>
  );
}
