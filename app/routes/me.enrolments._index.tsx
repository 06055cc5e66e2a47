import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listMyEnrolments } from '~/domain/enrolment/queries.server';
import { formatDateTime, formatDays } from '~/i18n/format';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'enrolment:mine.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'trainee');
    const rows = actor.personId ? await listMyEnrolments(actor.personId) : [];
    return {
      enrolments: rows.map((row) => ({
        id: row.id,
        status: row.status,
        courseTitle: row.courseTitle,
        classCode: row.classCode,
        startsOn: row.startsOn,
        endsOn: row.endsOn,
        place: row.place,
        position: row.position,
        offerExpiresAt: row.offerExpiresAt?.toISOString() ?? null,
      })),
    };
  });

export default function MyEnrolments() {
  const { enrolments } = useLoaderData<typeof loader>();
  const { t } = useTranslation('enrolment');
  const language = useLanguage();
  const offered = enrolments.find((row) => row.status === 'offered');
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} actions={enrolments.length > 0 && <ListExport list="my-enrolments" />}>
      {offered && (
        <NextStep to={paths.myEnrolment(offered.id)} detail={`${offered.courseTitle} ${offered.classCode}`} action={t('mine.accept')}>
          {t('next.offered', { at: offered.offerExpiresAt ? formatDateTime(offered.offerExpiresAt) : '' })}
        </NextStep>
      )}
      {enrolments.length === 0 ? (
        <EmptyState title={t('mine.empty')} action={<LinkButton to={paths.courses()}>{t('mine.find')}</LinkButton>}>
          <p>{t('mine.emptyText')}</p>
        </EmptyState>
      ) : (
        <Section>
          <DataTable
            caption={t('mine.title')}
            captionHidden
            rows={enrolments}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'class',
                header: t('mine.class'),
                rowHeader: true,
                cell: (row) => (
                  <Link to={paths.myEnrolment(row.id)}>
                    {row.courseTitle} {row.classCode}
                  </Link>
                ),
              },
              { key: 'dates', header: t('mine.dates'), nowrap: true, cell: (row) => formatDays(row.startsOn, row.endsOn, language) },
              {
                key: 'status',
                header: t('mine.status'),
                cell: (row) => (
                  <>
                    <StatusBadge kind="enrolment:status" status={row.status} />
                    {row.position !== null && <> {t('queuePlace', { place: row.position })}</>}
                    {row.status === 'offered' && row.offerExpiresAt && <> {t('offerUntil', { at: formatDateTime(row.offerExpiresAt) })}</>}
                  </>
                ),
              },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}
