import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listCentreClasses } from '~/domain/health-care/training/health-staff.server';
import { OWING_STATES, owingSearch } from '~/domain/health-care/training/inputs';
import { countOwing } from '~/domain/health-care/training/owed.server';
import { listOwing } from '~/domain/health-care/training/owing-institutions.server';
import { DISTRICTS } from '~/domain/organisation/districts';
import { LinkButton } from '~/ui/button';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { HealthClasses } from '~/ui/health-classes';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { OwingTable } from '~/ui/owing-table';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'health:provider.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'provider_staff'));
    const { page, ...filter } = parseSearch(request, owingSearch);
    const [list, counts, classes] = await Promise.all([
      listOwing(actor, filter, now, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      countOwing(actor, now),
      listCentreClasses(actor.organisation?.id ?? '', now),
    ]);
    return { ...list, counts, classes, filter, page, states: [...OWING_STATES], isCity: actor.organisation?.districtCode === null };
  });

export default function ProviderHealthCare() {
  const { rows, total, counts, classes, filter, page, states, isCity } = useLoaderData<typeof loader>();
  const { t } = useTranslation('health');
  const language = useLanguage();
  const some = counts.waiting + counts.overdue > 0;
  return (
    <Page
      title={t('provider.title')}
      lead={t(isCity ? 'provider.leadCity' : 'provider.lead')}
      width="wide"
      actions={<ListExport list="owing-institutions" />}
    >
      <NextStep to={counts.overdue > 0 ? paths.providerHealthCare({ state: 'overdue' }) : undefined} action={t('provider.open')}>
        {some ? t('provider.next', { overdue: counts.overdue, waiting: counts.waiting }) : t('provider.nextNone')}
      </NextStep>
      <Tabs
        label={t('provider.title')}
        tabs={states.map((state) => ({
          to: paths.providerHealthCare({ ...filter, state }),
          label: t(`provider.state.${state}`),
          current: filter.state === state,
        }))}
      />
      <Section>
        <FilterBar keep={{ state: filter.state }}>
          {isCity && (
            <SelectField
              name="district"
              label={t('provider.district')}
              optional
              options={DISTRICTS.map((district) => ({ value: district.code, label: language === 'en' ? district.en : district.zh }))}
            />
          )}
          <TextField name="q" label={t('provider.institution')} optional maxLength={60} />
        </FilterBar>
        <OwingTable rows={rows} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
      <Section
        title={t('provider.classes')}
        actions={
          <LinkButton to={paths.newClass()} emphasis="second">
            {t('provider.openClass')}
          </LinkButton>
        }
      >
        {classes.length === 0 ? (
          <p>{t('provider.classesNone')}</p>
        ) : (
          <HealthClasses rows={classes} caption={t('provider.classes')} show="waiting" to={paths.providerClass} />
        )}
      </Section>
    </Page>
  );
}
