import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TITLE_SERIES, type TitleLevel } from '~/domain/certificate/certificate';
import { titleSearch } from '~/domain/certificate/inputs';
import { countRegistry } from '~/domain/certificate/registry.server';
import { NO_POST, titleTables } from '~/domain/certificate/title';
import { countTitles, mayOpenTitles } from '~/domain/certificate/title-queries.server';
import { formatDateTime } from '~/i18n/format';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import classes from '~/ui/funnel.module.css';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { TitleTable } from '~/ui/title-tables';
import { useDistrictName } from '~/ui/use-district-name';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'funnel:title.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'district_officer', 'city_officer'));
    const { series } = parseSearch(request, titleSearch);
    const own = actor.role === 'city_officer' ? undefined : (actor.organisation?.districtCode ?? '');
    const [cells, waiting] = await Promise.all([
      countTitles(actor, now),
      countRegistry(actor, { state: 'submitted', family: 'professional_title', institution: '', q: '' }, now),
    ]);
    const tables = titleTables(cells, { series, district: own });
    return {
      ...tables,
      byDistrict: tables.byDistrict.map((row) => ({ ...row, mayOpen: mayOpenTitles(actor, row.district) })),
      isEmpty: cells.length === 0,
      waiting: waiting.states.submitted ?? 0,
      series,
      own: own ?? null,
      asOf: now.toISOString(),
    };
  });

export default function Titles() {
  const { bySeries, allSeries, byDistrict, allDistricts, isEmpty, waiting, series, own, asOf } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['funnel', 'certificate']);
  const districtName = useDistrictName();
  const open = (choice: Parameters<typeof paths.titleHolders>[0]) => (level?: TitleLevel) => paths.titleHolders({ ...choice, level });
  const name = (district: string) => (district === NO_POST ? t('title.noPost') : districtName(district));
  const total = t('title.total');
  return (
    <Page title={t('title.title')} lead={t('title.lead')} width="wide" actions={<ListExport list="titles" />}>
      {waiting > 0 && (
        <NextStep to={paths.certificateQueue({ family: 'professional_title' })} action={t('title.toWaiting')}>
          {t('title.waiting', { count: waiting })}
        </NextStep>
      )}
      {isEmpty ? (
        <EmptyState title={t('title.empty')}>{t('title.emptyText')}</EmptyState>
      ) : (
        <>
          <Section title={`${t('title.bySeries')} · ${own ? districtName(own) : t('title.scopeCity')}`}>
            <TitleTable
              caption={t('title.bySeries')}
              header={t('title.field.series')}
              lines={[
                ...bySeries.map((row) => ({
                  key: row.series,
                  name: t(`certificate:titleSeries.${row.series}`),
                  counts: row.counts,
                  to: open({ series: row.series }),
                })),
                { key: 'all', name: total, counts: allSeries, to: open({}) },
              ]}
            />
            <div className={classes.notes}>
              <p className="numeric">{t('title.asOf', { at: formatDateTime(asOf) })}</p>
              <p>{t('title.rule')}</p>
              <p>{t('title.scope')}</p>
            </div>
          </Section>
          <Section title={t('title.byDistrict')}>
            <FilterBar>
              <SelectField
                name="series"
                label={t('title.field.series')}
                optional
                placeholder={t('title.allSeries')}
                options={TITLE_SERIES.map((value) => ({ value, label: t(`certificate:titleSeries.${value}`) }))}
              />
            </FilterBar>
            <TitleTable
              caption={t('title.byDistrict')}
              header={t('title.field.district')}
              lines={[
                ...byDistrict.map((row) => ({
                  key: row.district,
                  name: name(row.district),
                  counts: row.counts,
                  to: row.mayOpen ? open({ series, district: row.district }) : undefined,
                })),
                { key: 'all', name: total, counts: allDistricts, to: own ? undefined : open({ series }) },
              ]}
            />
          </Section>
        </>
      )}
    </Page>
  );
}
