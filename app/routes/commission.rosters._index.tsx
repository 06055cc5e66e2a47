import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { confirmDaysInput, rosterSearch } from '~/domain/person/inputs';
import { countRosters, listRosters } from '~/domain/person/roster-queries.server';
import { changeSetting } from '~/domain/shared/settings.server';
import { formatNumber } from '~/i18n/format';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { RosterDays, RosterFilter } from '~/ui/roster-filter';
import { RosterTable } from '~/ui/roster-list';
import { StaffExport } from '~/ui/staff-export';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'roster:rosters.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { page, ...filter } = parseSearch(request, rosterSearch);
    const { now } = contextFor(actor);
    const list = await listRosters(actor, filter, now, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const own = actor.organisation?.districtCode ?? null;
    return { ...list, ...(await countRosters(actor, now)), page, filter, own };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    const { value } = await parseForm(request, confirmDaysInput);
    await changeSetting(contextFor(actor), 'roster_confirm_days', value);
    return redirectWithToast(paths.rosters(), 'roster:rosters.daysChanged', { days: value });
  });

export default function Rosters() {
  const { rows, total, page, filter, own, institutions, fresh, days } = useLoaderData<typeof loader>();
  const { t } = useTranslation('roster');
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const district = own ?? filter.district;
  return (
    <Page
      title={t('rosters.title')}
      lead={t('rosters.lead', { fresh: number(fresh), institutions: number(institutions), days })}
      width="wide"
      actions={<ListExport list="rosters" />}
    >
      <Section>
        <RosterFilter filter={filter} byDistrict={own === null} />
        <RosterTable rows={rows} byDistrict={own === null} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
        {district === '' ? <p>{t('rosters.exportNeedsDistrict')}</p> : <StaffExport to={paths.rostersExport({ district })} />}
      </Section>
      {own === null && <RosterDays days={days} />}
    </Page>
  );
}
