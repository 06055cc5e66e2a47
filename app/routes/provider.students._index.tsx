import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FunnelStage } from '~/domain/talent/funnel';
import { funnelView, getFunnelState, readFunnel } from '~/domain/talent/funnel-queries.server';
import { studentSearch } from '~/domain/talent/student/inputs';
import { listOwnPoints, listStudents, listStudentYears } from '~/domain/talent/student-queries.server';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { FunnelNotes, FunnelWarning } from '~/ui/funnel-notes';
import { FunnelTable } from '~/ui/funnel-table';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { StudentFilter, StudentList } from '~/ui/student-list';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'funnel:student.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { page, ...filter } = parseSearch(request, studentSearch);
    const list = await listStudents(actor, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const [points, years, cells, state] = await Promise.all([
      listOwnPoints(actor),
      listStudentYears(actor),
      readFunnel(actor),
      getFunnelState(),
    ]);
    const { byYear, counts } = funnelView(cells, {});
    return { ...list, page, points, years, byYear, counts, state };
  });

export default function Students() {
  const { rows, total, page, points, years, byYear, counts, state } = useLoaderData<typeof loader>();
  const { t } = useTranslation('funnel');
  const to = (year?: number) => (stage: FunnelStage) => paths.students({ year, stage: stage === 'student' ? undefined : stage });
  const add = <LinkButton to={paths.newStudent()}>{t('student.add')}</LinkButton>;
  return (
    <Page
      title={t('student.title')}
      lead={t('student.lead')}
      width="wide"
      actions={
        <>
          {points.length > 0 && add}
          <LinkButton to={paths.newImport({ kind: 'students' })} emphasis="second">
            {t('student.import')}
          </LinkButton>
          <ListExport list="students" />
        </>
      }
    >
      {points.length === 0 && (
        <NextStep to={paths.programmes()} action={t('student.toPoints')}>
          {t('student.noPoints')}
        </NextStep>
      )}
      {byYear.length > 0 && (
        <Section title={t('funnel.ownTitle')}>
          <FunnelWarning state={state} />
          <FunnelTable
            caption={t('funnel.ownTitle')}
            header={t('funnel.column.year')}
            lines={[
              ...byYear.map((line) => ({
                key: String(line.year),
                name: t('funnel.year', { year: line.year }),
                counts: line.counts,
                to: to(line.year),
              })),
              ...(byYear.length > 1 ? [{ key: 'all', name: t('funnel.total'), counts, to: to() }] : []),
            ]}
          />
          <FunnelNotes state={state} />
        </Section>
      )}
      {years.length === 0 ? (
        points.length > 0 && (
          <EmptyState title={t('student.empty')} action={<Link to={paths.newStudent()}>{t('student.add')}</Link>}>
            {t('student.emptyText')}
          </EmptyState>
        )
      ) : (
        <Section title={t('student.count', { count: total })}>
          <StudentFilter points={points} years={years} />
          <StudentList rows={rows} />
          <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
        </Section>
      )}
    </Page>
  );
}
