import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { PersonTime } from '~/domain/goal/person-time';
import type { OperatorType } from '~/domain/organisation/organisation';
import { formatHoursShort, NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import classes from './person-times.module.css';
import { Badge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

export const PersonTimesTable = ({ rows }: { rows: readonly Omit<PersonTime, 'personId'>[] }) => {
  const { t } = useTranslation(['goal', 'organisation']);
  const language = useLanguage();
  const districtName = useDistrictName();
  return (
    <DataTable
      caption={t('goal:rows.title')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.completionId}
      empty={<EmptyState title={t('goal:rows.empty')} />}
      columns={[
        {
          key: 'name',
          header: t('goal:rows.column.name'),
          sort: 'name',
          rowHeader: true,
          cell: (row) => (
            <>
              <Link to={paths.personTime(row.completionId)}>{row.name}</Link>{' '}
              {row.isPreService && <Badge>{t('goal:rows.column.preService')}</Badge>}
              <span className={classes.second}>{row.idNumberMasked}</span>
            </>
          ),
        },
        {
          key: 'completedOn',
          header: t('goal:rows.column.completedOn'),
          sort: 'completedOn',
          nowrap: true,
          cell: (row) => row.completedOn,
        },
        {
          key: 'course',
          header: t('goal:rows.column.course'),
          sort: 'course',
          cell: (row) => (
            <span>
              {row.courseTitle}
              <span className={classes.second}>{row.classCode}</span>
            </span>
          ),
        },
        { key: 'provider', header: t('goal:rows.column.provider'), cell: (row) => row.providerName },
        {
          key: 'institution',
          header: t('goal:rows.column.institution'),
          sort: 'institution',
          cell: (row) => (
            <span>
              {row.institutionName ?? NOTHING}
              {row.operatorType && (
                <span className={classes.second}>{t(`organisation:operatorType.${row.operatorType as OperatorType}`)}</span>
              )}
            </span>
          ),
        },
        { key: 'district', header: t('goal:rows.column.district'), sort: 'district', cell: (row) => districtName(row.districtCode) },
        {
          key: 'hours',
          header: t('goal:rows.column.hours'),
          numeric: true,
          cell: (row) => formatHoursShort(row.theoryMinutes + row.practiceMinutes, language),
        },
        { key: 'certificate', header: t('goal:rows.column.certificate'), nowrap: true, cell: (row) => row.certificateNumber ?? NOTHING },
      ]}
    />
  );
};
