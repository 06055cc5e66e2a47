import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { COURSE_STATUSES } from '~/domain/course/course';
import { courseListSearch } from '~/domain/course/inputs';
import { COURSE_PAGE_SIZE, listOwnCourses } from '~/domain/course/queries.server';
import { formatDate } from '~/i18n/format';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { StatusBadge } from '~/ui/status-badge';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'course:list.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { status, page } = parseSearch(request, courseListSearch);
    const { rows, counts } = await listOwnCourses(actor, { status, page });
    const inUse = COURSE_STATUSES.filter((each) => each !== 'archived').reduce((sum, each) => sum + (counts[each] ?? 0), 0);
    return { rows, counts, inUse, total: status ? (counts[status] ?? 0) : inUse, status: status ?? null, page, pageSize: COURSE_PAGE_SIZE };
  });

export default function Courses() {
  const { rows, counts, inUse, total, status, page, pageSize } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  const draft = <LinkButton to={paths.newCourse()}>{t('list.new')}</LinkButton>;
  const none = inUse === 0 && status === null;
  const tabs = [
    { to: paths.providerCourses(), label: t('list.inUse'), count: inUse, current: status === null },
    ...COURSE_STATUSES.filter((each) => counts[each] || each === status).map((each) => ({
      to: paths.providerCourses({ status: each }),
      label: t(`status.${each}`),
      count: counts[each] ?? 0,
      current: status === each,
    })),
  ];
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        <>
          <ListExport list="provider-courses" />
          {draft}
        </>
      }
    >
      {none ? (
        <EmptyState title={t('list.empty')} action={draft}>
          <p>{t('list.emptyText')}</p>
        </EmptyState>
      ) : (
        <Section>
          <Tabs label={t('list.filter')} tabs={tabs} />
          <CourseTable rows={rows} />
          <Pagination page={page} pageSize={pageSize} total={total} />
        </Section>
      )}
    </Page>
  );
}

type Rows = ReturnType<typeof useLoaderData<typeof loader>>['rows'];

const CourseTable = ({ rows }: { rows: Rows }) => {
  const { t } = useTranslation('course');
  return (
    <DataTable
      caption={t('list.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('list.emptyStatus')} />}
      columns={[
        {
          key: 'title',
          header: t('field.title'),
          rowHeader: true,
          cell: (row) => <Link to={paths.providerCourse(row.id)}>{row.title}</Link>,
        },
        {
          key: 'category',
          header: t('field.category'),
          cell: (row) => row.categories.map((category) => t(`category.${category}`)).join(' / '),
        },
        { key: 'delivery', header: t('field.delivery'), hideOnPhone: true, cell: (row) => t(`delivery.${row.delivery}`) },
        {
          key: 'status',
          header: t('field.status'),
          cell: (row) => (
            <>
              <StatusBadge kind="course:status" status={row.status} />
              {row.publishedAt && row.status !== 'published' && row.status !== 'archived' && row.version !== null && (
                <> {t('list.publicNow', { version: row.version })}</>
              )}
            </>
          ),
        },
        { key: 'waits', header: t('list.waits'), cell: (row) => t(`list.waitsFor.${row.status}`, { date: row.decisionDueOn ?? '' }) },
        { key: 'updated', header: t('field.updated'), nowrap: true, hideOnPhone: true, cell: (row) => formatDate(row.updatedAt) },
      ]}
    />
  );
};
