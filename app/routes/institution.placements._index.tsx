import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { checkWeeks } from '~/domain/talent/placement/check-week.server';
import { placementSearch, weeksInput } from '~/domain/talent/placement/inputs';
import { getOwnShares, listPlacements, listPlacementYears } from '~/domain/talent/placement/list-queries.server';
import { listWeeksToCheck } from '~/domain/talent/placement/page-queries.server';
import { PLACEMENT_PAGE_SIZE } from '~/domain/talent/placement/rows.server';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { PlacementFilter } from '~/ui/placement-filter';
import { PlacementShares } from '~/ui/placement-shares';
import { PlacementTable } from '~/ui/placement-table';
import { WeekCheckForm } from '~/ui/placement-week-checks';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const WAITING_SHOWN = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'placement:institution.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    const { page, ...filter } = parseSearch(request, placementSearch);
    const { now } = contextFor(actor);
    const [waiting, list, years, weeks, own] = await Promise.all([
      listPlacements(actor, { q: '', shown: 'proposed' }, now, { limit: WAITING_SHOWN, offset: 0 }),
      listPlacements(actor, filter, now, { limit: PLACEMENT_PAGE_SIZE, offset: (page - 1) * PLACEMENT_PAGE_SIZE }),
      listPlacementYears(actor),
      listWeeksToCheck(actor, 'institution', now),
      getOwnShares(actor, now),
    ]);
    return { waiting, ...list, years, weeks, ...own, filter, page, pageSize: PLACEMENT_PAGE_SIZE };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'institution_admin');
    const count = await checkWeeks(contextFor(actor), await parseForm(request, weeksInput));
    return redirectWithToast(paths.institutionPlacements(), 'placement:page.checkedMany', { count });
  });

export default function InstitutionPlacements() {
  const { waiting, rows, total, page, pageSize, filter, years, weeks, shares, limits } = useLoaderData<typeof loader>();
  const { t } = useTranslation('placement');
  const empty = { title: t('institution.empty'), text: t('institution.emptyText') };
  return (
    <Page title={t('institution.title')} lead={t('institution.lead')} width="wide" actions={<ListExport list="placements" />}>
      {waiting.total > 0 && (
        <NextStep to="#waiting" action={t('institution.waiting')}>
          {t('institution.waitingNext', { count: waiting.total })}
        </NextStep>
      )}
      {waiting.total > 0 && (
        <Section title={t('institution.waiting')} id="waiting">
          <PlacementTable
            caption={t('institution.waiting')}
            rows={waiting.rows}
            to={paths.institutionPlacement}
            show={{ college: true }}
            empty={empty}
          />
        </Section>
      )}
      <Section title={t('share.title')} intro={t('share.intro', { staff: limits.ofStaff, post: limits.ofPost })}>
        <PlacementShares shares={shares} limits={limits} />
      </Section>
      <Section title={t('institution.weeks')} intro={weeks.length > 0 ? t('institution.weeksIntro') : undefined} id="weeks">
        <WeekCheckForm weeks={weeks} />
      </Section>
      <Section title={t('institution.now')}>
        <PlacementFilter filter={filter} years={years} />
        <PlacementTable
          caption={t('institution.caption')}
          rows={rows}
          to={paths.institutionPlacement}
          show={{ college: true }}
          empty={empty}
        />
        <Pagination page={page} pageSize={pageSize} total={total} />
      </Section>
    </Page>
  );
}
