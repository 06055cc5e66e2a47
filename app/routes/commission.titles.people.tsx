import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TITLE_LEVELS, TITLE_SERIES } from '~/domain/certificate/certificate';
import { titleHolderSearch } from '~/domain/certificate/inputs';
import { listTitleHolders } from '~/domain/certificate/title-queries.server';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { TitleHolders } from '~/ui/title-holders';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'funnel:title.people.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'district_officer', 'city_officer'));
    const { page, ...choice } = parseSearch(request, titleHolderSearch);
    const list = await listTitleHolders(actor, choice, now, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    return { ...list, page, district: choice.district };
  });

export default function PeopleWithTitles() {
  const { rows, total, page, district } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['funnel', 'certificate']);
  return (
    <Page
      title={t('title.people.title')}
      lead={t('title.people.lead', { count: total })}
      breadcrumbs={[{ label: t('title.title'), to: paths.titles() }, { label: t('title.people.title') }]}
      width="wide"
      actions={<ListExport list="title-holders" />}
    >
      <Section>
        <FilterBar keep={district ? { district } : {}}>
          <SelectField
            name="series"
            label={t('title.field.series')}
            optional
            placeholder={t('title.allSeries')}
            options={TITLE_SERIES.map((value) => ({ value, label: t(`certificate:titleSeries.${value}`) }))}
          />
          <SelectField
            name="level"
            label={t('title.field.level')}
            optional
            placeholder={t('title.allLevels')}
            options={TITLE_LEVELS.map((value) => ({ value, label: t(`certificate:titleLevel.${value}`) }))}
          />
        </FilterBar>
        <TitleHolders rows={rows} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
