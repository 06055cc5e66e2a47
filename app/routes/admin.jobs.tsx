import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { listRecounts } from '~/domain/goal/queries.server';
import { jobRunSearch } from '~/domain/job/inputs';
import { JOB_OUTCOMES } from '~/domain/job/job';
import { dispatcherLagMs, listGivenUp, listJobRuns, listWorkers, summariseJobs } from '~/domain/job/queries.server';
import { retryJob } from '~/domain/job/retry-job.server';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { GivenUpJobs, JobRuns, JobSummaries, Recounts, Workers } from '~/ui/job-tables';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const PAGE_SIZE = 50;
const input = z.object({ jobName: z.string().min(1).max(100), eventId: z.uuid() });

export const meta: MetaFunction = (args) => titleFrom(args, 'jobs:console.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'system_admin');
    const { page, outcome } = parseSearch(request, jobRunSearch);
    const [workers, lagMs, jobs, givenUp, runs, recounts] = await Promise.all([
      listWorkers(),
      dispatcherLagMs(),
      summariseJobs(),
      listGivenUp(),
      listJobRuns({ outcome }, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      listRecounts(10),
    ]);
    return { workers, lagMs, jobs: [...jobs], givenUp: [...givenUp], runs, recounts, page, outcome: outcome ?? '' };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'system_admin');
    await retryJob(contextFor(actor), await parseForm(request, input));
    return redirectWithToast(paths.jobs(), 'jobs:console.retried');
  });

export default function JobConsole() {
  const { workers, lagMs, jobs, givenUp, runs, recounts, page, outcome } = useLoaderData<typeof loader>();
  const { t } = useTranslation('jobs');
  const outcomes = JOB_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }));
  return (
    <Page title={t('console.title')} lead={t('console.lead')} width="wide">
      <Section title={t('console.workers')}>
        <Workers rows={workers} lagMs={lagMs} />
      </Section>
      <Section title={t('console.given')} intro={t('console.givenIntro')}>
        <GivenUpJobs rows={givenUp} />
      </Section>
      <Section title={t('console.jobs')}>
        <JobSummaries rows={jobs} />
      </Section>
      <Section title={t('console.recounts')} intro={t('console.recountsIntro')}>
        <Recounts rows={recounts} />
      </Section>
      <Section title={t('console.runs')} actions={<ListExport list="job-runs" />}>
        <FilterBar>
          <SelectField
            name="outcome"
            label={t('console.filter.outcome')}
            placeholder={t('console.filter.all')}
            options={outcomes}
            defaultValue={outcome}
          />
        </FilterBar>
        <JobRuns rows={runs.rows} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={runs.total} />
      </Section>
    </Page>
  );
}
