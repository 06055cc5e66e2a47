import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { targetOfYear } from '~/domain/goal/measured-targets.server';
import { DISTRICTS } from '~/domain/organisation/districts';
import { MAJOR_LEVELS, POINTS_PER_PAGE } from '~/domain/talent/programme';
import { pointSearch } from '~/domain/talent/programme/inputs';
import { countProgrammePoints, listProgrammePoints } from '~/domain/talent/programme-queries.server';
import { yearOf } from '~/domain/talent/year-of';
import { now } from '~/platform/clock.server';
import { SelectField, TextField } from '~/ui/fields';
import { Figure } from '~/ui/figure';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Grid, Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { PointTable } from '~/ui/point-table';
import { titleFrom } from '~/ui/title';
import { useDistrictName } from '~/ui/use-district-name';
import { YearFilter } from '~/ui/year-filter';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'programme:points.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const asked = parseSearch(request, pointSearch);
    const thisYear = yearOf(now());
    const search = { ...asked, year: asked.year ?? thisYear };
    const [found, { points, asOf }] = await Promise.all([listProgrammePoints(actor, search), countProgrammePoints(search.year)]);
    const target = await targetOfYear('programme_points', search.year);
    return { ...found, points, asOf: asOf.toISOString(), search, thisYear, target, isCity: actor.role === 'city_officer' };
  });

export default function ProgrammePoints() {
  const { rows, total, points, counted, waiting, asOf, search, thisYear, target, isCity } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  const districtName = useDistrictName();
  const { year } = search;
  return (
    <Page
      title={t('points.title')}
      lead={t(isCity ? 'points.lead' : 'points.leadDistrict')}
      width="wide"
      actions={<ListExport list="programme-points" />}
    >
      {isCity && waiting > 0 && (
        <NextStep
          to={paths.programmePoints({ year: String(year), show: 'waiting' })}
          action={t('points.look')}
          detail={t('points.waitingText')}
        >
          {t('points.waiting', { count: waiting })}
        </NextStep>
      )}
      <Grid min="30rem">
        <Section>
          <Figure
            label={t('points.counted', { year })}
            value={points}
            unit={t('points.unit')}
            asOf={asOf}
            to={isCity ? paths.programmePoints({ year: String(year), show: 'counted' }) : undefined}
            ruleTo="#rule"
            target={target}
            beside={isCity ? undefined : t('points.area', { count: counted })}
          />
        </Section>
        <Section title={t('rule.title')} id="rule">
          <p>{t('rule.text', { year })}</p>
          <p>{t('rule.source')}</p>
        </Section>
      </Grid>
      <Section>
        <YearFilter year={year} thisYear={thisYear} show={search.show}>
          <SelectField
            name="level"
            label={t('points.level')}
            optional
            defaultValue={search.level}
            options={MAJOR_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
          />
          {isCity && (
            <SelectField
              name="district"
              label={t('points.district')}
              optional
              defaultValue={search.district}
              options={DISTRICTS.map(({ code }) => ({ value: code, label: districtName(code) }))}
            />
          )}
          <TextField name="q" label={t('points.search')} type="search" optional defaultValue={search.q} maxLength={60} />
        </YearFilter>
        <PointTable rows={rows} year={year} to={paths.programmePoint} empty={{ title: t('points.empty'), text: t('points.emptyText') }} />
        <Pagination page={search.page} pageSize={POINTS_PER_PAGE} total={total} />
      </Section>
    </Page>
  );
}
