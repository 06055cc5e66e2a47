import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getClassFeedback } from '~/domain/completion/class-feedback.server';
import { FEEDBACK_PAGE_SIZE, listFeedback, sumFeedback } from '~/domain/completion/feedback-figures.server';
import { FEEDBACK_GROUPS, feedbackDaysInput, feedbackSearch } from '~/domain/completion/inputs';
import { beijingDate } from '~/domain/shared/period';
import { changeSetting, settingNow } from '~/domain/shared/settings.server';
import { now } from '~/platform/clock.server';
import { ClassFeedback } from '~/ui/class-feedback';
import { FeedbackFilter } from '~/ui/feedback-filter';
import { FeedbackDays, FeedbackSum } from '~/ui/feedback-sum';
import { type FeedbackRow, FeedbackTable } from '~/ui/feedback-table';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'feedback:city.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const search = parseSearch(request, feedbackSearch);
    const at = now();
    const [list, sum, days, one] = await Promise.all([
      listFeedback(actor, search, { limit: FEEDBACK_PAGE_SIZE, offset: (search.page - 1) * FEEDBACK_PAGE_SIZE }),
      sumFeedback(actor, search, beijingDate(at)),
      settingNow('feedback_days'),
      search.class ? getClassFeedback(actor, search.class) : null,
    ]);
    return {
      ...list,
      groups: [...FEEDBACK_GROUPS],
      sum,
      days,
      one,
      search,
      asOf: at.toISOString(),
      isCity: actor.role === 'city_officer',
      pageSize: FEEDBACK_PAGE_SIZE,
    };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    const { value } = await parseForm(request, feedbackDaysInput);
    await changeSetting(contextFor(actor), 'feedback_days', value);
    return redirectWithToast(paths.feedback(), 'feedback:setting.saved', { days: value });
  });

export default function CityFeedback() {
  const { rows, total, groups, sum, days, one, search, asOf, isCity, pageSize } = useLoaderData<typeof loader>();
  const { t } = useTranslation('feedback');
  const { page: _page, by, ...filter } = search;
  const narrowed = (['provider', 'course', 'class', 'lecturer'] as const).find((name) => search[name] !== '');
  const opened = (row: FeedbackRow) =>
    by === 'lecturer' ? paths.lecturer(row.id) : paths.feedback({ ...filter, [by]: row.id, by: by === 'provider' ? 'course' : 'class' });
  return (
    <Page title={t('city.title')} lead={t('city.lead')} width="wide" actions={<ListExport list="feedback" />}>
      <FeedbackSum sum={sum} asOf={asOf} />
      {narrowed && (
        <p>
          {t('city.narrowed', { what: t(`city.groups.${narrowed}`) })} <Link to={paths.feedback({ by })}>{t('city.widen')}</Link>
        </p>
      )}
      <Tabs
        label={t('city.by')}
        tabs={groups.map((group) => ({
          to: paths.feedback({ ...filter, by: group }),
          label: t(`city.groups.${group}`),
          current: group === by,
        }))}
      />
      <Section>
        <FeedbackFilter
          keep={{ by, provider: search.provider, course: search.course, class: search.class, lecturer: search.lecturer }}
          byDistrict={isCity}
        />
        <FeedbackTable by={by} rows={rows} to={opened} />
        <Pagination page={search.page} pageSize={pageSize} total={total} />
      </Section>
      {one && <ClassFeedback feedback={one} asOf={asOf} toLecturer={paths.lecturer} />}
      {isCity && <FeedbackDays days={days} />}
    </Page>
  );
}
