import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listDueVisits } from '~/domain/health-care/due-visits.server';
import { planDueVisits } from '~/domain/health-care/plan-due-visits.server';
import { dueSearch, MOST_AT_ONCE, severalPlansForm, visitSettingForm } from '~/domain/health-care/visit/inputs';
import { listVisitors } from '~/domain/health-care/visits.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { changeSetting, settingNow } from '~/domain/shared/settings.server';
import { now } from '~/platform/clock.server';
import { DueVisits } from '~/ui/due-visits';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { useDistrictOptions } from '~/ui/use-district-options';
import { VisitSettings } from '~/ui/visit-settings';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor } from '~/web/actor.server';
import { intentOf, parseForm, parseSearch } from '~/web/forms.server';
import { requireGuidance } from '~/web/guidance-actor.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleFrom(args, 'visit:due.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireGuidance(request);
    const { page, ...filter } = parseSearch(request, dueSearch);
    const at = { limit: MOST_AT_ONCE, offset: (page - 1) * MOST_AT_ONCE };
    const [list, visitors, announced, mendDays] = await Promise.all([
      listDueVisits(actor, filter, now(), at),
      listVisitors(actor),
      settingNow('visit_announced'),
      settingNow('finding_mend_days'),
    ]);
    const today = beijingDate(now());
    const isCity = actor.role === 'city_officer';
    const byDistrict = actor.organisation?.districtCode === null;
    const isOfficer = actor.role !== 'provider_staff';
    return {
      ...list,
      visitors,
      page,
      today,
      plannedOn: addDays(today, 7),
      isAnnounced: announced === 1,
      mendDays,
      isCity,
      isOfficer,
      byDistrict,
    };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireGuidance(request));
    if ((await intentOf(request, 'plan', 'setting')) === 'setting') {
      const { key, value } = await parseForm(request, visitSettingForm);
      await changeSetting(ctx, key, value);
      return redirectWithToast(paths.visitsDue(), 'visit:setting.saved');
    }
    const { 'institution[]': institutions, ...plan } = await parseForm(request, severalPlansForm);
    const count = await planDueVisits(ctx, institutions, { ...plan, purpose: '' });
    return redirectWithToast(paths.visits(), 'visit:due.planned', { count });
  });

export default function VisitsDue() {
  const { rows, total, days, page, byDistrict, isOfficer, isCity, mendDays, ...plan } = useLoaderData<typeof loader>();
  const { t } = useTranslation('visit');
  const districts = useDistrictOptions();
  return (
    <Page
      title={t('due.title')}
      lead={t('due.lead', { days })}
      width="wide"
      breadcrumbs={[{ label: t('list.title'), to: paths.visits() }, { label: t('due.title') }]}
      actions={<ListExport list="due-visits" />}
    >
      <Section>
        <FilterBar>
          <TextField name="q" label={t('list.filterInstitution')} type="search" optional maxLength={60} />
          {byDistrict && <SelectField name="district" label={t('list.district')} options={districts} optional />}
        </FilterBar>
        <DueVisits rows={rows} {...plan} byDistrict={byDistrict} opensFile={isOfficer}>
          <Pagination page={page} pageSize={MOST_AT_ONCE} total={total} />
        </DueVisits>
      </Section>
      {isCity && <VisitSettings intervalDays={days} announced={plan.isAnnounced} mendDays={mendDays} />}
    </Page>
  );
}
