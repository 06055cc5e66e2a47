import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { institutionSearch } from '~/domain/organisation/institution/inputs';
import { listInstitutions, listOwnStreets } from '~/domain/organisation/institution-queries.server';
import { formatNumber, NOTHING } from '~/i18n/format';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { InstitutionFilterBar } from '~/ui/institution-filter';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { useDistrictName } from '~/ui/organisation-fields';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Badge, StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'institution:list.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { page, ...filter } = parseSearch(request, institutionSearch);
    const wholeCity = actor.role === 'city_officer';
    const [found, streets] = await Promise.all([
      listInstitutions(actor, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      // Of the whole city there would be hundreds.
      wholeCity && !filter.district ? [] : listOwnStreets(actor, filter.district),
    ]);
    return { ...found, page, filter, streets, wholeCity };
  });

export default function Institutions() {
  const { rows, total, waiting, page, filter, streets, wholeCity } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['institution', 'organisation']);
  const language = useLanguage();
  const districtName = useDistrictName();
  return (
    <Page
      title={t('list.title')}
      lead={t(wholeCity ? 'list.leadCity' : 'list.lead')}
      width="wide"
      actions={
        <>
          <ListExport list="institutions" />
          <LinkButton to={paths.newOrganisation({ kind: 'institution' })}>{t('list.new')}</LinkButton>
        </>
      }
    >
      {waiting > 0 && filter.state !== 'change_waits' && (
        <NextStep to={paths.commissionInstitutions({ state: 'change_waits' })}>{t('list.waiting', { count: waiting })}</NextStep>
      )}
      <Section>
        <InstitutionFilterBar filter={filter} streets={streets} wholeCity={wholeCity} />
        <DataTable<(typeof rows)[number]>
          caption={t('list.title')}
          captionHidden
          dense
          rows={rows}
          rowKey={(row) => row.id}
          empty={<p>{t('list.empty')}</p>}
          columns={[
            {
              key: 'name',
              header: t('fact.name'),
              rowHeader: true,
              cell: (row) => (
                <>
                  <Link to={paths.commissionInstitution(row.id)}>{row.name}</Link>
                  {row.siteNo > 1 && ` ${t('list.site', { no: row.siteNo })}`}
                </>
              ),
            },
            { key: 'district', header: t('fact.districtCode'), nowrap: true, cell: (row) => districtName(row.districtCode) },
            { key: 'street', header: t('list.street'), nowrap: true, cell: (row) => row.subdistrict ?? NOTHING },
            {
              key: 'operator',
              header: t('fact.operatorType'),
              nowrap: true,
              cell: (row) => (row.operatorType ? t(`organisation:operatorType.${row.operatorType}`) : NOTHING),
            },
            {
              key: 'filing',
              header: t('list.filing'),
              nowrap: true,
              cell: (row) => (row.filingStatus ? <StatusBadge kind="organisation:filingStatus" status={row.filingStatus} /> : NOTHING),
            },
            { key: 'filedOn', header: t('list.filedOn'), nowrap: true, cell: (row) => row.filedOn ?? NOTHING },
            { key: 'places', header: t('places'), numeric: true, cell: (row) => formatNumber(row.places ?? 0, language) },
            { key: 'inclusive', header: t('list.inclusive'), nowrap: true, cell: (row) => t(row.isInclusive ? 'yes' : 'no') },
            {
              key: 'change',
              header: t('list.change'),
              cell: (row) =>
                row.changeDueOn ? (
                  <Badge tone="wait">{t('list.waits', { date: row.changeDueOn })}</Badge>
                ) : row.closedOn ? (
                  t('list.closedOn', { date: row.closedOn })
                ) : (
                  NOTHING
                ),
            },
          ]}
        />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
