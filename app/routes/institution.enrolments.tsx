import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { acceptOffer, declineOffer } from '~/domain/enrolment/answer-offer.server';
import { confirmEnrolment } from '~/domain/enrolment/confirm-enrolment.server';
import { confirmationSearch, enrolmentInput, enrolmentReasonInput } from '~/domain/enrolment/inputs';
import { listInstitutionEnrolments } from '~/domain/enrolment/queries.server';
import { refuseEnrolment } from '~/domain/enrolment/refuse-enrolment.server';
import { withdrawEnrolment } from '~/domain/enrolment/withdraw-enrolment.server';
import { formatDateTime, formatDays, NOTHING } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { ConfirmationActions } from '~/ui/confirmation-actions';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { StatusBadge } from '~/ui/status-badge';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'enrolment:institution.confirmTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    const search = parseSearch(request, confirmationSearch);
    const { rows, total, pageSize } = await listInstitutionEnrolments(actor, search);
    const at = now();
    const shown = rows.map(({ startsAt, offerExpiresAt, createdAt, ...row }) => ({
      ...row,
      begun: startsAt <= at && !row.freeWithdrawal,
      offerExpiresAt: offerExpiresAt?.toISOString() ?? null,
    }));
    return { ...search, rows: shown, total, pageSize };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'institution_admin');
    const ctx = contextFor(actor);
    const here = `${paths.confirmations()}${new URL(request.url).search}`;
    const intent = await intentOf(request, 'confirm', 'refuse', 'accept', 'decline', 'withdraw');
    if (intent === 'refuse' || intent === 'withdraw') {
      const { enrolmentId, reason } = await parseForm(request, enrolmentReasonInput);
      if (intent === 'refuse') await refuseEnrolment(ctx, enrolmentId, reason);
      else await withdrawEnrolment(ctx, enrolmentId, reason);
      return redirectWithToast(here, intent === 'refuse' ? 'enrolment:institution.refused' : 'enrolment:mine.withdrawn');
    }
    const { enrolmentId } = await parseForm(request, enrolmentInput);
    if (intent === 'confirm') await confirmEnrolment(ctx, enrolmentId);
    else if (intent === 'accept') await acceptOffer(ctx, enrolmentId);
    else await declineOffer(ctx, enrolmentId);
    return intent === 'confirm'
      ? redirectWithToast(here, 'enrolment:institution.confirmed', { count: 1 })
      : redirectWithToast(here, intent === 'accept' ? 'enrolment:mine.accepted' : 'enrolment:mine.declined');
  });

export default function Confirmations() {
  const { rows, show, page, pageSize, total } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['enrolment', 'class', 'person']);
  const language = useLanguage();
  const tab = (name: 'pending' | 'current' | 'all') => ({
    to: paths.confirmations({ show: name }),
    label: t(`institution.show.${name}`),
    current: show === name,
  });
  return (
    <Page
      title={t('institution.confirmTitle')}
      lead={t('institution.confirmLead')}
      width="wide"
      actions={
        <>
          <ListExport list="institution-enrolments" />
          <LinkButton to={paths.nominate()}>{t('form.nominate')}</LinkButton>
        </>
      }
    >
      <Tabs label={t('institution.confirmTitle')} tabs={[tab('pending'), tab('current'), tab('all')]} />
      {rows.length === 0 ? (
        <EmptyState title={t(show === 'pending' ? 'institution.empty' : 'institution.emptyAll')} />
      ) : (
        <Section>
          <DataTable
            caption={t('institution.confirmTitle')}
            captionHidden
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: 'person', header: t('institution.person'), rowHeader: true, nowrap: true, cell: (row) => row.personName },
              {
                key: 'role',
                header: t('person:field.role'),
                nowrap: true,
                cell: (row) => (row.role ? t(`person:role.${row.role}`) : NOTHING),
              },
              {
                key: 'class',
                header: t('mine.class'),
                cell: (row) => (
                  <Link to={paths.class(row.classId)}>
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
                    <StatusBadge kind="enrolment:status" status={row.status} />{' '}
                    <StatusBadge kind="enrolment:institutionAnswer" status={row.institutionAnswer} />
                    {row.position !== null && <> {t('queuePlace', { place: row.position })}</>}
                    {row.status === 'offered' && row.offerExpiresAt && <> {t('offerUntil', { at: formatDateTime(row.offerExpiresAt) })}</>}
                  </>
                ),
              },
              {
                key: 'due',
                header: t('institution.due'),
                nowrap: true,
                cell: (row) => (row.institutionAnswer === 'pending' ? row.institutionAnswerDueOn : NOTHING),
              },
              { key: 'actions', header: t('class:manage.decision'), cell: (row) => <ConfirmationActions {...row} name={row.personName} /> },
            ]}
          />
          <Pagination page={page} pageSize={pageSize} total={total} />
        </Section>
      )}
    </Page>
  );
}
