import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { countFindings, listFindings } from '~/domain/health-care/findings.server';
import { FINDING_STATES } from '~/domain/health-care/visit';
import { findingSearch } from '~/domain/health-care/visit/inputs';
import { listVisitingOrganisations } from '~/domain/health-care/visits.server';
import { now } from '~/platform/clock.server';
import { FindingFilter } from '~/ui/finding-filter';
import { FindingTable } from '~/ui/finding-table';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { parseSearch } from '~/web/forms.server';
import { requireGuidance } from '~/web/guidance-actor.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'visit:findings.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireGuidance(request);
    const byDistrict = actor.organisation?.districtCode === null;
    const { page, ...filter } = parseSearch(request, findingSearch);
    const [list, counts, organisations] = await Promise.all([
      listFindings(actor, filter, now(), { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      countFindings(actor, filter, now()),
      listVisitingOrganisations(actor),
    ]);
    return { ...list, counts, organisations, page, filter, byDistrict };
  });

export default function Findings() {
  const { rows, total, counts, organisations, page, filter, byDistrict } = useLoaderData<typeof loader>();
  const { t } = useTranslation('visit');
  return (
    <Page title={t('findings.title')} lead={t('findings.lead')} width="wide" actions={<ListExport list="findings" />}>
      {counts.answered > 0 && (
        <NextStep to={paths.findings({ ...filter, state: 'answered' })} action={t('findings.nextAnsweredAction')}>
          {t('findings.nextAnswered', { count: counts.answered })}
        </NextStep>
      )}
      {counts.overdue > 0 && (
        <NextStep to={paths.findings({ ...filter, state: 'overdue' })} action={t('findings.nextOverdueAction')}>
          {t('findings.nextOverdue', { count: counts.overdue })}
        </NextStep>
      )}
      {counts.answered + counts.overdue === 0 && <NextStep>{t('findings.nextNone')}</NextStep>}
      <Tabs
        label={t('findings.tabs')}
        tabs={FINDING_STATES.map((state) => ({
          to: paths.findings({ ...filter, state }),
          label: t(`findingState.${state}`),
          count: counts[state],
          current: state === filter.state,
        }))}
      />
      <Section>
        <FindingFilter filter={filter} organisations={organisations} byDistrict={byDistrict} />
        <FindingTable
          rows={rows}
          caption={t('findings.caption')}
          show={['institution', ...(byDistrict ? (['district'] as const) : []), 'organisation']}
          empty={{ title: t('findings.empty'), text: t('findings.emptyText') }}
        />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
