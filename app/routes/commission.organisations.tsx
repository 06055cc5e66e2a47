import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { organisationSearch } from '~/domain/organisation/inputs';
import { CREATABLE_KINDS, ORGANISATION_STATUSES } from '~/domain/organisation/organisation';
import { listOrganisations } from '~/domain/organisation/queries.server';
import { NOTHING } from '~/i18n/format';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { useAreas, useDistrictName } from '~/ui/organisation-fields';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { usePunctuation } from '~/ui/use-punctuation';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'organisation:list.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { page, ...filter } = parseSearch(request, organisationSearch);
    const { rows, total, waiting } = await listOrganisations(actor, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const shown = rows.map(({ createdAt: _createdAt, ...row }) => row);
    return { rows: shown, total, waiting, page, filter, wholeCity: actor.role === 'city_officer' };
  });

export default function Organisations() {
  const { rows, total, waiting, page, filter, wholeCity } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['organisation', 'course']);
  const marks = usePunctuation();
  const districtName = useDistrictName();
  const areas = useAreas(true);
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        <>
          <ListExport list="organisations" />
          <LinkButton to={paths.newOrganisation()}>{t('list.create')}</LinkButton>
        </>
      }
    >
      {waiting > 0 && filter.status !== 'applied' && (
        <NextStep to={paths.organisations({ status: 'applied' })}>{t('list.waiting', { count: waiting })}</NextStep>
      )}
      <Section>
        <FilterBar>
          <TextField name="q" label={t('list.search')} type="search" optional defaultValue={filter.q} maxLength={100} />
          <SelectField
            name="kind"
            label={t('field.kind')}
            optional
            placeholder={t('list.allKinds')}
            defaultValue={filter.kind}
            options={CREATABLE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <SelectField
            name="status"
            label={t('facts.status')}
            optional
            placeholder={t('list.allStatuses')}
            defaultValue={filter.status}
            options={ORGANISATION_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
          {wholeCity && (
            <SelectField
              name="district"
              label={t('field.district')}
              optional
              placeholder={t('list.allDistricts')}
              defaultValue={filter.district}
              options={areas}
            />
          )}
        </FilterBar>
        <DataTable<(typeof rows)[number]>
          caption={t('list.caption')}
          captionHidden
          dense
          rows={rows}
          rowKey={(row) => row.id}
          empty={<p>{t('list.empty')}</p>}
          columns={[
            {
              key: 'name',
              header: t('field.name'),
              rowHeader: true,
              cell: (row) => <Link to={paths.organisation(row.id)}>{row.name}</Link>,
            },
            { key: 'kind', header: t('field.kind'), cell: (row) => t(`kind.${row.kind}`) },
            { key: 'district', header: t('field.district'), nowrap: true, cell: (row) => districtName(row.districtCode) },
            { key: 'status', header: t('facts.status'), cell: (row) => <StatusBadge kind="organisation:status" status={row.status} /> },
            {
              key: 'filing',
              header: t('field.filingStatus'),
              cell: (row) => (row.filingStatus ? <StatusBadge kind="organisation:filingStatus" status={row.filingStatus} /> : NOTHING),
            },
            {
              key: 'categories',
              header: t('field.categories'),
              cell: (row) => row.categories.map((category) => t(`course:category.${category}`)).join(marks.list) || NOTHING,
            },
          ]}
        />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
