import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { REGISTRY_STATES, registrySearch } from '~/domain/certificate/inputs';
import { countRegistry, listRegistry } from '~/domain/certificate/registry.server';
import { beijingDate } from '~/domain/shared/period';
import { formatDate } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { CertificateTable } from '~/ui/certificate-table';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { QueueFilter } from '~/ui/queue-filter';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { useQueueKeys } from '~/ui/use-queue-keys';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'certificate:queue.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { page, ...filter } = parseSearch(request, registrySearch);
    const [list, counts] = await Promise.all([
      listRegistry(actor, filter, now(), { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      countRegistry(actor, filter, now()),
    ]);
    const all = Object.values(counts.states).reduce((sum, n) => sum + n, 0);
    const tabs = REGISTRY_STATES.map((state) => ({ state, count: state === 'all' ? all : (counts.states[state] ?? 0) }));
    return { ...list, tabs, families: counts.families, page, filter, today: beijingDate(now()), isCity: actor.role === 'city_officer' };
  });

export default function CertificateQueue() {
  const { rows, total, tabs, families, page, filter, today, isCity } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificate');
  useQueueKeys('list');
  const waiting = filter.state === 'submitted';
  const first = page === 1 ? rows[0] : undefined;
  return (
    <Page title={t('queue.title')} lead={waiting ? t('queue.lead') : undefined} width="wide" actions={<ListExport list="certificates" />}>
      {waiting && first?.submittedAt && (
        <NextStep to={paths.reviewCertificate(first.id, filter)} action={t('queue.nextAction')}>
          {t('queue.next', { count: total, date: formatDate(first.submittedAt) })}
        </NextStep>
      )}
      {waiting && total === 0 && <NextStep>{t('queue.nextNone')}</NextStep>}
      <Tabs
        label={t('queue.state')}
        tabs={tabs.map(({ state, count }) => ({
          to: paths.certificateQueue({ ...filter, state, waiting: state === 'submitted' ? filter.waiting : undefined }),
          label: t(`queue.states.${state}`),
          count,
          current: state === filter.state,
        }))}
      />
      <Section>
        <QueueFilter state={filter.state} families={families} byDistrict={isCity} />
        <CertificateTable
          rows={rows}
          caption={t('queue.caption')}
          today={today}
          to={(id) => paths.reviewCertificate(id, filter)}
          empty={{ title: t('queue.empty'), text: t('queue.emptyText') }}
          show={[
            'institution',
            ...(isCity ? (['district'] as const) : []),
            ...(waiting ? (['warnings', 'waiting'] as const) : (['status'] as const)),
          ]}
        />
        <p data-print="no">
          <small>{t('queue.keys')}</small>
        </p>
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
