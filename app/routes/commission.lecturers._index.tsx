import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LECTURER_SHOWN, lecturerSearch, lecturerSettingInput } from '~/domain/lecturer/inputs';
import { countLecturers, LECTURERS_PER_PAGE, listLecturers } from '~/domain/lecturer/queries.server';
import { changeSetting, settingNow } from '~/domain/shared/settings.server';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { LecturerFilter } from '~/ui/lecturer-filter';
import { LecturerSettings } from '~/ui/lecturer-settings';
import { LecturerTable } from '~/ui/lecturer-table';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Row, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'lecturer:title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const search = parseSearch(request, lecturerSearch);
    const at = now();
    const isCity = actor.role === 'city_officer';
    // What waits for the city is what no district decides on.
    const hers = isCity ? { ...search, district: 'city' } : search;
    const [list, counts, waiting, years, days] = await Promise.all([
      listLecturers(actor, search, at, { limit: LECTURERS_PER_PAGE, offset: (search.page - 1) * LECTURERS_PER_PAGE }),
      countLecturers(actor, search, at),
      countLecturers(actor, hers, at),
      settingNow('lecturer_approval_years'),
      settingNow('lecturer_lapsing_days'),
    ]);
    const shown = ['', ...LECTURER_SHOWN] as const;
    const tabs = shown.map((state) => ({ state, count: state === '' ? counts.all : counts[state] }));
    return { ...list, tabs, waiting: waiting.to_decide, search, years, days, isCity, pageSize: LECTURERS_PER_PAGE };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    const { key, value } = await parseForm(request, lecturerSettingInput);
    await changeSetting(contextFor(actor), key, value);
    return redirectWithToast(paths.lecturers(), 'lecturer:setting.saved');
  });

export default function Lecturers() {
  const { rows, total, tabs, waiting, search, years, days, isCity, pageSize } = useLoaderData<typeof loader>();
  const { t } = useTranslation('lecturer');
  const { page: _page, whose: _whose, ...filter } = search;
  const labelOf = (state: (typeof tabs)[number]['state']) =>
    state === '' ? t('list.all') : state === 'to_decide' ? t('list.toDecide') : t(`standing.${state}`);
  return (
    <Page
      title={t('title')}
      lead={t('list.commissionLead')}
      width="wide"
      actions={
        <Row>
          <LinkButton to={paths.newExpert()}>{t('list.enterExpert')}</LinkButton>
          <LinkButton to={paths.newImport({ kind: 'lecturers' })} emphasis="second">
            {t('list.import')}
          </LinkButton>
          <ListExport list="lecturers" />
        </Row>
      }
    >
      {waiting > 0 && search.state !== 'to_decide' && (
        <NextStep to={paths.lecturers({ state: 'to_decide', district: isCity ? 'city' : undefined })} action={t('list.toDecideAction')}>
          {t('list.toDecideNext', { count: waiting })}
        </NextStep>
      )}
      <Tabs
        label={t('field.status')}
        tabs={tabs
          .filter(({ state }) => state !== 'submitted')
          .map(({ state, count }) => ({
            to: paths.lecturers({ ...filter, state }),
            label: labelOf(state),
            count,
            current: state === search.state,
          }))}
      />
      <Section>
        <LecturerFilter keep={{ state: search.state }} byDistrict={isCity} />
        <LecturerTable rows={rows} to={paths.lecturer} wide emptyText={t('list.emptyOfficer')} />
        <Pagination page={search.page} pageSize={pageSize} total={total} />
      </Section>
      {isCity && <LecturerSettings years={years} days={days} />}
    </Page>
  );
}
