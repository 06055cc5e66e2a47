import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listGivenUp, listWorkers } from '~/domain/job/queries.server';
import { LinkButton } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Grid, Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'jobs:admin.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'system_admin');
    return { workers: (await listWorkers()).length, givenUp: (await listGivenUp()).length };
  });

export default function Admin() {
  const { workers, givenUp } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['jobs', 'common']);
  const doors = [
    { to: paths.accounts(), title: t('admin.accounts'), hint: t('admin.accountsHint') },
    { to: paths.jobs(), title: t('console.title'), hint: t('admin.jobsHint') },
    { to: paths.outbox(), title: t('outbox.title'), hint: t('admin.outboxHint') },
  ];
  return (
    <Page title={t('admin.title')} lead={t('admin.lead')}>
      {workers === 0 ? <Notice tone="bad">{t('console.noWorkers')}</Notice> : null}
      <Notice tone={givenUp > 0 ? 'warn' : 'good'}>{givenUp > 0 ? t('admin.givenUp', { count: givenUp }) : t('console.noneGiven')}</Notice>
      <Grid>
        {doors.map((door) => (
          <Section key={door.to} title={door.title} intro={door.hint}>
            <LinkButton to={door.to} emphasis="second">
              {door.title}
            </LinkButton>
          </Section>
        ))}
      </Grid>
    </Page>
  );
}
