import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { can } from '~/domain/shared/policy';
import { checkWeeks } from '~/domain/talent/placement/check-week.server';
import { placementSearch, weeksInput } from '~/domain/talent/placement/inputs';
import { listPlacements, listPlacementYears } from '~/domain/talent/placement/list-queries.server';
import { listWeeksToCheck } from '~/domain/talent/placement/page-queries.server';
import { PLACEMENT_PAGE_SIZE } from '~/domain/talent/placement/rows.server';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Row, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { PlacementFilter } from '~/ui/placement-filter';
import { PlacementTable } from '~/ui/placement-table';
import { WeekCheckForm } from '~/ui/placement-week-checks';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'placement:list.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    if (!can(actor, 'placement.manage', { organisationId: actor.organisation?.id })) return { college: false as const };
    const { page, ...filter } = parseSearch(request, placementSearch);
    const { now } = contextFor(actor);
    const [list, years, weeks] = await Promise.all([
      listPlacements(actor, filter, now, { limit: PLACEMENT_PAGE_SIZE, offset: (page - 1) * PLACEMENT_PAGE_SIZE }),
      listPlacementYears(actor),
      listWeeksToCheck(actor, 'college', now),
    ]);
    return { college: true as const, ...list, years, weeks, filter, page, pageSize: PLACEMENT_PAGE_SIZE };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    const count = await checkWeeks(contextFor(actor), await parseForm(request, weeksInput));
    return redirectWithToast(paths.placements(), 'placement:page.checkedMany', { count });
  });

export default function CollegePlacements() {
  const data = useLoaderData<typeof loader>();
  const { t } = useTranslation('placement');
  if (!data.college) {
    return (
      <Page title={t('list.title')}>
        <EmptyState title={t('list.notCollege')}>{t('list.notCollegeText')}</EmptyState>
      </Page>
    );
  }
  const { rows, total, page, pageSize, filter, years, weeks } = data;
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      width="wide"
      actions={
        <Row>
          <LinkButton to={paths.newPlacement()}>{t('list.new')}</LinkButton>
          <LinkButton to={paths.newImport({ kind: 'placements' })} emphasis="second">
            {t('list.import')}
          </LinkButton>
          <ListExport list="placements" />
        </Row>
      }
    >
      {weeks.length > 0 && (
        <NextStep to="#weeks" action={t('list.toWeeks')}>
          {t('list.weeksNext', { count: weeks.length })}
        </NextStep>
      )}
      <Section>
        <PlacementFilter filter={filter} years={years} />
        <PlacementTable
          caption={t('list.caption')}
          rows={rows}
          to={paths.placement}
          show={{ institution: true }}
          empty={{ title: t('list.empty'), text: t('list.emptyText') }}
        />
        <Pagination page={page} pageSize={pageSize} total={total} />
      </Section>
      {weeks.length > 0 && (
        <Section title={t('list.weeksTitle')} intro={t('institution.weeksIntro')} id="weeks">
          <WeekCheckForm weeks={weeks} />
        </Section>
      )}
    </Page>
  );
}
