import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { IMPORTS_PER_PAGE } from '~/domain/excel/import';
import { listImports } from '~/domain/excel/import-queries.server';
import { importListSearch } from '~/domain/excel/inputs';
import { IMPORTERS, importsOf } from '~/domain/report/import-kinds.server';
import { formatDateTime, NOTHING } from '~/i18n/format';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'import:list.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, ...IMPORTERS);
    const filter = parseSearch(request, importListSearch);
    const { rows, total } = await listImports(actor, filter, {
      limit: IMPORTS_PER_PAGE,
      offset: (filter.page - 1) * IMPORTS_PER_PAGE,
    });
    const kinds = importsOf(actor).map(({ name }) => name);
    return {
      rows: rows.map((row) => ({ ...row, uploadedAt: row.uploadedAt.toISOString() })),
      total,
      kinds,
      filter,
      pageSize: IMPORTS_PER_PAGE,
    };
  });

export default function Imports() {
  const { rows, total, kinds, filter, pageSize } = useLoaderData<typeof loader>();
  const { t } = useTranslation('import');
  const start = <LinkButton to={paths.newImport()}>{t('list.new')}</LinkButton>;
  const counts = (found: (typeof rows)[number]['counts']) => ({
    new: found.new ?? 0,
    changed: found.changed ?? 0,
    same: found.same ?? 0,
    conflict: found.conflict ?? 0,
    error: found.error ?? 0,
  });
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        total > 0 && (
          <>
            <ListExport list="imports" />
            {start}
          </>
        )
      }
    >
      {kinds.length > 1 && (total > 0 || filter.kind !== null) && (
        <FilterBar>
          <SelectField
            name="kind"
            label={t('list.kind')}
            optional
            placeholder={t('list.all')}
            defaultValue={filter.kind ?? ''}
            options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </FilterBar>
      )}
      <DataTable
        caption={t('list.caption')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('list.empty')} action={start}>
            {t('list.emptyText')}
          </EmptyState>
        }
        columns={[
          { key: 'file', header: t('list.file'), rowHeader: true, cell: (row) => <Link to={paths.import(row.id)}>{row.fileName}</Link> },
          { key: 'kind', header: t('list.kind'), cell: (row) => t(`kind.${row.kind}`) },
          { key: 'status', header: t('list.status'), cell: (row) => <StatusBadge kind="import:status" status={row.status} /> },
          {
            key: 'result',
            header: t('list.result'),
            cell: (row) => (Object.keys(row.counts).length === 0 ? NOTHING : t('list.counts', counts(row.counts))),
          },
          { key: 'by', header: t('list.by'), cell: (row) => row.by || NOTHING },
          { key: 'at', header: t('list.uploadedAt'), nowrap: true, cell: (row) => formatDateTime(row.uploadedAt) },
        ]}
      />
      <Pagination page={filter.page} pageSize={pageSize} total={total} />
    </Page>
  );
}
