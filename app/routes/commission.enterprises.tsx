import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DISTRICTS } from '~/domain/organisation/districts';
import { COOPERATION_PER_PAGE, ENTERPRISE_STATUSES } from '~/domain/talent/cooperation';
import { enterpriseSearch } from '~/domain/talent/cooperation/inputs';
import { listEnterprises } from '~/domain/talent/enterprise-queries.server';
import { formatDate } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useDistrictName } from '~/ui/use-district-name';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'programme:enterprises.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const search = parseSearch(request, enterpriseSearch);
    return { ...(await listEnterprises(actor, search, now())), search, isCity: actor.role === 'city_officer' };
  });

export default function Enterprises() {
  const { rows, total, search, isCity } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  const districtName = useDistrictName();
  return (
    <Page
      title={t('enterprises.title')}
      lead={t('enterprises.lead')}
      width="wide"
      actions={
        <>
          <LinkButton to={paths.newImport({ kind: 'enterprises' })} emphasis="second">
            {t('import')}
          </LinkButton>
          <ListExport list="enterprises" />
        </>
      }
    >
      <Section>
        <FilterBar>
          <SelectField
            name="status"
            label={t('enterprises.status')}
            optional
            defaultValue={search.status}
            options={ENTERPRISE_STATUSES.map((value) => ({ value, label: t(`enterpriseStatus.${value}`) }))}
          />
          <SelectField
            name="show"
            label={t('enterprises.show')}
            defaultValue={search.show}
            placeholder={t('enterprises.current')}
            options={[{ value: 'all', label: t('enterprises.all') }]}
          />
          {isCity && (
            <SelectField
              name="district"
              label={t('enterprises.district')}
              optional
              defaultValue={search.district}
              options={DISTRICTS.map(({ code }) => ({ value: code, label: districtName(code) }))}
            />
          )}
          <TextField name="q" label={t('enterprises.search')} type="search" optional defaultValue={search.q} maxLength={60} />
        </FilterBar>
        <DataTable
          caption={t('enterprises.title')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t('enterprises.empty')}>
              <p>{t('enterprises.emptyText')}</p>
            </EmptyState>
          }
          columns={[
            {
              key: 'institution',
              header: t('enterprises.institution'),
              rowHeader: true,
              cell: (row) => <Link to={`${paths.commissionInstitution(row.institutionId)}#enterprise`}>{row.institution}</Link>,
            },
            { key: 'district', header: t('enterprises.district'), nowrap: true, cell: (row) => districtName(row.districtCode) },
            {
              key: 'status',
              header: t('enterprises.status'),
              cell: (row) => <StatusBadge kind="programme:enterpriseStatus" status={row.status} />,
            },
            { key: 'from', header: t('enterprises.fromOn'), nowrap: true, cell: (row) => formatDate(row.fromOn) },
            {
              key: 'until',
              header: t('enterprises.untilOn'),
              nowrap: true,
              cell: (row) => (row.untilOn ? formatDate(row.untilOn) : t('enterprises.present')),
            },
            { key: 'document', header: t('enterprises.documentNo'), cell: (row) => row.documentNo },
          ]}
        />
        <Pagination page={search.page} pageSize={COOPERATION_PER_PAGE} total={total} />
      </Section>
    </Page>
  );
}
