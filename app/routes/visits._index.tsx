import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { VISIT_STATES } from '~/domain/health-care/visit';
import { visitSearch } from '~/domain/health-care/visit/inputs';
import { countVisits, listVisitingOrganisations, listVisits } from '~/domain/health-care/visits.server';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Row, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { VisitFilter } from '~/ui/visit-filter';
import { VisitTable } from '~/ui/visit-table';
import { handleLoader } from '~/web/action.server';
import { parseSearch } from '~/web/forms.server';
import { requireGuidance } from '~/web/guidance-actor.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'visit:list.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireGuidance(request);
    const { page, ...filter } = parseSearch(request, visitSearch);
    const at = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
    const [list, counts, organisations] = await Promise.all([
      listVisits(actor, filter, now(), at),
      countVisits(actor, filter, now()),
      listVisitingOrganisations(actor),
    ]);
    return { ...list, counts, organisations, page, filter, byDistrict: actor.organisation?.districtCode === null };
  });

export default function Visits() {
  const { rows, total, counts, organisations, page, filter, byDistrict } = useLoaderData<typeof loader>();
  const { t } = useTranslation('visit');
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      width="wide"
      actions={
        <Row>
          <LinkButton to={paths.newVisit()}>{t('list.plan')}</LinkButton>
          <LinkButton to={paths.visitField()} emphasis="second">
            {t('list.field')}
          </LinkButton>
          <LinkButton to={paths.visitsDue()} emphasis="second">
            {t('list.due')}
          </LinkButton>
          <ListExport list="visits" />
        </Row>
      }
    >
      {counts.late > 0 ? (
        <NextStep to={paths.visits({ ...filter, state: 'late' })} action={t('list.nextLateAction')}>
          {t('list.nextLate', { count: counts.late })}
        </NextStep>
      ) : (
        <NextStep>{t('list.nextNone')}</NextStep>
      )}
      <Tabs
        label={t('list.tabs')}
        tabs={VISIT_STATES.map((state) => ({
          to: paths.visits({ ...filter, state }),
          label: t(`state.${state}`),
          count: counts[state],
          current: state === filter.state,
        }))}
      />
      <Section>
        <VisitFilter filter={filter} organisations={organisations} byDistrict={byDistrict} />
        <VisitTable rows={rows} caption={t('list.caption')} byDistrict={byDistrict} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
