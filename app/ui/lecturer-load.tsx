import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { LecturerView } from '~/domain/lecturer/lecturer-view';
import { formatDateTime, formatHoursShort, formatNumber } from '~/i18n/format';
import { paths } from '~/web/paths';
import { ColumnChart } from './column-chart';
import { DataTable } from './data-table';
import { ListExport } from './list-export';
import { Grid, Section } from './page';
import { Pagination } from './pagination';
import { useLanguage } from './use-words';

const CLASS_HOUR = 45;
const inHours = (minutes: number): number => Math.round((minutes / CLASS_HOUR) * 10) / 10;

/** What she taught, and how the trainees of those classes rate her. */
export const LecturerLoad = ({ view }: { view: LecturerView }) => {
  const { t } = useTranslation('lecturer');
  const language = useLanguage();
  const { load, satisfaction, lessons, lecturer, asOf } = view;
  const hours = (minutes: number) => formatHoursShort(minutes, language);
  const sums = [
    { title: t('load.byYear'), header: t('load.year'), rows: load.years.map((row) => ({ ...row, name: row.key })) },
    { title: t('load.byProvider'), header: t('load.provider'), rows: load.providers.map((row) => ({ ...row, name: row.label })) },
  ];
  return (
    <>
      <Section title={t('satisfaction.title')}>
        {satisfaction.mean === null ? (
          <p>{t('satisfaction.none')}</p>
        ) : (
          <p>
            <strong className="numeric">{t('satisfaction.points', { points: satisfaction.mean.toFixed(1) })}</strong>{' '}
            {t('satisfaction.of', { classes: satisfaction.classes, answers: satisfaction.answers })}
          </p>
        )}
        <p>
          <small>{t('satisfaction.rule', { at: formatDateTime(asOf) })}</small>
        </p>
      </Section>
      <Section title={t('load.title')}>
        {load.years.length === 0 ? (
          <p>{t('load.none')}</p>
        ) : (
          <>
            <ColumnChart
              title={t('load.months')}
              series={[t('load.hours')]}
              points={load.months.map(({ key, minutes }) => ({ key, label: key, values: [inHours(minutes)] }))}
            />
            <Grid>
              {sums.map(({ title, header, rows }) => (
                <DataTable
                  key={title}
                  caption={title}
                  dense
                  rows={rows}
                  rowKey={(row) => row.key}
                  columns={[
                    { key: 'name', header, rowHeader: true, cell: (row) => row.name },
                    { key: 'lessons', header: t('load.lessons'), numeric: true, cell: (row) => formatNumber(row.lessons, language) },
                    { key: 'hours', header: t('load.hours'), numeric: true, cell: (row) => hours(row.minutes) },
                  ]}
                />
              ))}
            </Grid>
          </>
        )}
        {load.planned.lessons > 0 && <p>{t('load.planned', { count: load.planned.lessons, hours: hours(load.planned.minutes) })}</p>}
        <p>
          <small>{t('load.rule', { date: load.today })}</small>
        </p>
      </Section>
      <Section title={t('load.list')} actions={<ListExport list="lecturer-lessons" of={{ lecturer: lecturer.id }} />}>
        <DataTable
          caption={t('load.listCaption')}
          captionHidden
          dense
          rows={lessons.rows}
          rowKey={(row) => row.id}
          empty={<p>{t('load.empty')}</p>}
          columns={[
            { key: 'date', header: t('load.date'), nowrap: true, cell: (row) => row.held_on },
            { key: 'title', header: t('load.lesson'), rowHeader: true, cell: (row) => row.title },
            { key: 'course', header: t('load.course'), cell: (row) => row.course },
            { key: 'class', header: t('load.class'), nowrap: true, cell: (row) => <Link to={paths.class(row.class_id)}>{row.code}</Link> },
            { key: 'provider', header: t('load.provider'), cell: (row) => row.provider },
            { key: 'hours', header: t('load.hours'), numeric: true, cell: (row) => hours(row.minutes) },
          ]}
        />
        <Pagination page={lessons.page} pageSize={lessons.pageSize} total={lessons.total} />
      </Section>
    </>
  );
};
