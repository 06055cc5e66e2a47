import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listOpenClasses } from '~/domain/enrolment/fitting-queries.server';
import { countInstitutionTasks } from '~/domain/enrolment/task-queries.server';
import { formatDays } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'enrolment:institution.title');

const SHOWN = 8;

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    const classes = await listOpenClasses(now());
    return { ...(await countInstitutionTasks(actor)), classes: classes.slice(0, SHOWN) };
  });

export default function InstitutionWork() {
  const { pending, firstDueOn, offered, current, classes } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['enrolment', 'class', 'common']);
  const language = useLanguage();
  return (
    <Page title={t('institution.title')} lead={t('institution.lead')}>
      {pending > 0 && (
        <NextStep to={paths.confirmations()} action={t('institution.toConfirm')}>
          {t('institution.pending', { count: pending, date: firstDueOn ?? '' })}
        </NextStep>
      )}
      {offered > 0 && (
        <NextStep to={paths.confirmations({ show: 'current' })} action={t('institution.toOffers')}>
          {t('institution.offered', { count: offered })}
        </NextStep>
      )}
      {pending + offered === 0 && (
        <NextStep to={paths.nominate()} action={t('form.nominate')}>
          {t('institution.none')}
        </NextStep>
      )}
      {current > 0 && (
        <p>
          <Link to={paths.confirmations({ show: 'current' })}>{t('institution.current', { count: current })}</Link>
        </p>
      )}
      <Section title={t('institution.recent')}>
        <DataTable
          caption={t('institution.recent')}
          captionHidden
          rows={classes}
          rowKey={(row) => row.id}
          empty={<p>{t('nominate.noClass')}</p>}
          columns={[
            {
              key: 'class',
              header: t('mine.class'),
              rowHeader: true,
              cell: (row) => (
                <Link to={paths.class(row.id)}>
                  {row.courseTitle} {row.code}
                </Link>
              ),
            },
            { key: 'provider', header: t('class:page.provider'), cell: (row) => row.providerName },
            { key: 'dates', header: t('mine.dates'), nowrap: true, cell: (row) => formatDays(row.startsOn, row.endsOn, language) },
            { key: 'until', header: t('class:form.until'), nowrap: true, cell: (row) => row.enrolUntilOn },
            { key: 'left', header: t('class:field.seatsLeft'), numeric: true, cell: (row) => Math.max(0, row.capacity - row.seatsTaken) },
            {
              key: 'nominate',
              header: t('class:manage.decision'),
              cell: (row) => (
                <LinkButton to={paths.nominate({ class: row.id })} emphasis="second" small>
                  {t('form.nominate')}
                </LinkButton>
              ),
            },
          ]}
        />
      </Section>
    </Page>
  );
}
