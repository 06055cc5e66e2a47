import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { openSittingSearch } from '~/domain/evaluation/inputs';
import { listCollegeSittings, listOpenSittings, OPEN_PAGE_SIZE } from '~/domain/evaluation/registration-queries.server';
import { can } from '~/domain/shared/policy';
import { now } from '~/platform/clock.server';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { OpenSittings } from '~/ui/open-sittings';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:students.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const collegeId = actor.organisation?.id ?? null;
    const search = parseSearch(request, openSittingSearch);
    if (!can(actor, 'candidate.register', { organisationId: collegeId })) return { college: false as const };
    const at = now();
    const ours = await listCollegeSittings(actor, at);
    const open = await listOpenSittings(search, at, { personId: null, collegeId });
    return { college: true as const, search, ours, open, pageSize: OPEN_PAGE_SIZE };
  });

export default function StudentSittings() {
  const data = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  if (!data.college) {
    return (
      <Page title={t('students.title')}>
        <EmptyState title={t('students.onlyColleges')}>
          <p>{t('students.onlyCollegesText')}</p>
        </EmptyState>
      </Page>
    );
  }
  const { open, ours, search, pageSize } = data;
  return (
    <Page title={t('students.title')} lead={t('students.lead')} width="wide" actions={<ListExport list="student-candidates" />}>
      <Section title={t('students.open')}>
        <OpenSittings
          caption={t('students.open')}
          rows={open.rows}
          name={(row) => (
            <Link to={paths.studentSitting(row.id)}>
              {row.kind} · {t(`level.${row.level}`)}
            </Link>
          )}
          empty={
            <EmptyState title={t('students.noOpen')}>
              <p>{t('mine.noneText')}</p>
            </EmptyState>
          }
          more={[{ key: 'students', header: t('students.count'), numeric: true, cell: (row) => row.students }]}
        />
        <Pagination page={search.page} pageSize={pageSize} total={open.total} />
      </Section>
      <Section title={t('students.ours')}>
        <DataTable
          caption={t('students.ours')}
          captionHidden
          dense
          rows={ours}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('students.none')} />}
          columns={[
            {
              key: 'kind',
              header: t('field.kind'),
              rowHeader: true,
              cell: (row) => (
                <Link to={paths.studentSitting(row.id)}>
                  {row.kind} · {t(`level.${row.level}`)}
                </Link>
              ),
            },
            { key: 'code', header: t('field.code'), nowrap: true, cell: (row) => row.code },
            { key: 'phase', header: t('field.phase'), cell: (row) => <StatusBadge kind="evaluation:phase" status={row.phase} /> },
            { key: 'theory', header: t('field.theoryOn'), nowrap: true, cell: (row) => row.theoryOn },
            { key: 'students', header: t('students.count'), numeric: true, cell: (row) => row.students },
            { key: 'passed', header: t('city.passed'), numeric: true, cell: (row) => row.passed },
            { key: 'failed', header: t('city.failed'), numeric: true, cell: (row) => row.failed },
            { key: 'absent', header: t('city.absent'), numeric: true, cell: (row) => row.absent },
          ]}
        />
      </Section>
    </Page>
  );
}
