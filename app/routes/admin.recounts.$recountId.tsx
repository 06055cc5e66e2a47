import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getRecount } from '~/domain/goal/queries.server';
import { listHealthCareDifferences } from '~/domain/health-care/clock/differences.server';
import { listRateDifferences } from '~/domain/rate/differences.server';
import { listFunnelDifferences } from '~/domain/talent/funnel-differences.server';
import { formatDateTime } from '~/i18n/format';
import { DataTable } from '~/ui/data-table';
import { FunnelDifferences } from '~/ui/funnel-differences';
import { HealthCareDifferences } from '~/ui/health-care-differences';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { RateDifferences } from '~/ui/rate-differences';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'jobs:recount.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'system_admin');
    const { id, of, startedAt, rowsCounted, rows } = await getRecount(params.recountId ?? '');
    const rateRows = of === 'rate' ? await listRateDifferences(id) : [];
    const healthCareRows = of === 'health_care' ? await listHealthCareDifferences(id) : [];
    const funnelRows = of === 'funnel' ? await listFunnelDifferences(id) : [];
    return { of, startedAt: startedAt.toISOString(), rowsCounted, rows, rateRows, healthCareRows, funnelRows };
  });

export default function Recount() {
  const { of, startedAt, rowsCounted, rows, rateRows, healthCareRows, funnelRows } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['jobs', 'goal']);
  const found = rows.length + rateRows.length + healthCareRows.length + funnelRows.length;
  const chinese = useLanguage() === 'zh-CN';
  const cell = (row: (typeof rows)[number]) =>
    row.cell ? [row.cell.district, row.cell.month, row.cell.operatorType].join(' / ') : (row.completionId ?? row.enrolmentId ?? '—');
  return (
    <Page
      title={`${t('recount.title')} · ${t(`recount.of.${of}`)}`}
      lead={t('recount.lead', { at: formatDateTime(startedAt), rows: rowsCounted })}
      breadcrumbs={[{ label: t('console.title'), to: paths.jobs() }, { label: t('recount.title') }]}
      width="wide"
    >
      <Notice tone={found === 0 ? 'good' : 'warn'}>{found === 0 ? t('console.agrees') : t('recount.mend')}</Notice>
      {of === 'rate' ? (
        <RateDifferences rows={rateRows} />
      ) : of === 'health_care' ? (
        <HealthCareDifferences rows={healthCareRows} />
      ) : of === 'funnel' ? (
        <FunnelDifferences rows={funnelRows} />
      ) : (
        <DataTable
          caption={t('recount.title')}
          captionHidden
          dense
          rows={rows}
          rowKey={(row) => row.id}
          empty={t('console.agrees')}
          columns={[
            { key: 'kind', header: t('recount.kind'), cell: (row) => t(`goal:difference.${row.kind}`), rowHeader: true },
            { key: 'period', header: t('recount.period'), cell: (row) => (chinese ? row.periodNameZh : row.periodNameEn) ?? '—' },
            { key: 'metric', header: t('recount.metric'), cell: (row) => (row.metric ? t(`goal:metric.${row.metric}`) : '—') },
            { key: 'row', header: t('recount.row'), cell: (row) => <code>{cell(row)}</code> },
            { key: 'tallied', header: t('recount.tallied'), cell: (row) => row.tallied ?? '—', numeric: true },
            { key: 'recounted', header: t('recount.recounted'), cell: (row) => row.recounted ?? '—', numeric: true },
          ]}
        />
      )}
    </Page>
  );
}
