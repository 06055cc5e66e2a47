import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { countedClassesSearch } from '~/domain/goal/inputs';
import { listCountedClasses } from '~/domain/goal/public-classes.server';
import { findDistrict } from '~/domain/organisation/districts';
import { NotFound } from '~/domain/shared/refusals';
import { formatDateTime, formatNumber } from '~/i18n/format';
import { DataTable } from '~/ui/data-table';
import { ListExport } from '~/ui/list-export';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'home:classes.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { period, metric, page } = parseSearch(request, countedClassesSearch);
    const found = period ? await listCountedClasses({ periodId: period, metric }) : null;
    if (!found) throw new NotFound();
    const { shown, ...rest } = found;
    return { ...rest, metric, page, total: shown.length, rows: shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE) };
  });

export default function CountedClasses() {
  const { period, metric, figure, asOf, underCheck, folded, rows, total, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['home', 'goal']);
  const language = useLanguage();
  const district = (code: string | null) => {
    const found = findDistrict(code ?? '110000');
    return language === 'en' ? found?.en : found?.zh;
  };
  return (
    <Page
      title={t('classes.title')}
      lead={t('classes.lead', {
        metric: t(`goal:metric.${metric}`),
        period: language === 'en' ? period.nameEn : period.nameZh,
        count: figure.personTimes,
        n: formatNumber(figure.personTimes, language),
      })}
      actions={<ListExport list="counted-classes" />}
      breadcrumbs={[{ label: t('title'), to: paths.home() }, { label: t('classes.title') }]}
    >
      <Notice tone={underCheck ? 'warn' : 'info'}>
        {t('classes.rule', { at: asOf ? formatDateTime(asOf) : '—' })} <a href={paths.counting()}>{t('counting.more')}</a>
      </Notice>
      <Section>
        <DataTable
          caption={t('classes.title')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.classCode}
          empty={t('classes.empty')}
          columns={[
            { key: 'course', header: t('classes.course'), cell: (row) => row.courseTitle, rowHeader: true },
            { key: 'code', header: t('classes.code'), cell: (row) => row.classCode, nowrap: true },
            { key: 'provider', header: t('join.provider'), cell: (row) => row.providerName },
            { key: 'district', header: t('classes.district'), cell: (row) => district(row.districtCode) },
            { key: 'month', header: t('classes.month'), cell: (row) => row.month, nowrap: true },
            { key: 'times', header: t('goal:personTimes'), cell: (row) => formatNumber(row.personTimes, language), numeric: true },
          ]}
        />
        {folded.classes > 0 ? <p>{t('classes.folded', { count: folded.classes, n: formatNumber(folded.personTimes, language) })}</p> : null}
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
