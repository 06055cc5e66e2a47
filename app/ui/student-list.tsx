import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FUNNEL_STAGES } from '~/domain/talent/funnel';
import { STUDENT_STATUSES, type StudentStatus } from '~/domain/talent/programme';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { Badge } from './status-badge';
import { type OwnPoint, usePointChoices } from './student-fields';

interface Row {
  id: string;
  name: string;
  idNumberMasked: string;
  studentNo: string;
  className: string;
  major: string;
  enrolledOn: string;
  status: StudentStatus;
  xCertifiedOn: string | null;
  placedOn: string | null;
  engagedOn: string | null;
  stayedOn: string | null;
}

/** Conditions of the list of students. */
export const StudentFilter = ({ points, years }: { points: readonly OwnPoint[]; years: readonly number[] }) => {
  const { t } = useTranslation('funnel');
  const choices = usePointChoices(points);
  return (
    <FilterBar>
      <TextField name="q" label={t('student.field.q')} type="search" optional maxLength={60} />
      <SelectField name="point" label={t('student.field.major')} optional placeholder={t('student.allMajors')} options={choices} />
      <SelectField
        name="year"
        label={t('student.field.year')}
        optional
        placeholder={t('student.allYears')}
        options={years.map((year) => ({ value: String(year), label: t('funnel.year', { year }) }))}
      />
      <SelectField
        name="status"
        label={t('student.field.status')}
        optional
        placeholder={t('student.allStatuses')}
        options={STUDENT_STATUSES.map((value) => ({ value, label: t(`student.status.${value}`) }))}
      />
      <SelectField
        name="stage"
        label={t('student.field.stage')}
        optional
        options={FUNNEL_STAGES.filter((stage) => stage !== 'student').map((value) => ({ value, label: t(`funnel.stage.${value}`) }))}
      />
    </FilterBar>
  );
};

export const STUDENT_TONES = { studying: 'on', graduated: 'good', left: 'off' } as const;

/** Students of a college, each with the days of her way to a post. */
export const StudentList = ({ rows }: { rows: readonly Row[] }) => {
  const { t } = useTranslation('funnel');
  return (
    <DataTable<Row>
      caption={t('student.title')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{t('student.none')}</p>}
      columns={[
        {
          key: 'name',
          header: t('student.field.name'),
          rowHeader: true,
          nowrap: true,
          cell: (row) => <Link to={paths.student(row.id)}>{row.name}</Link>,
        },
        { key: 'id', header: t('student.field.idNumber'), nowrap: true, hideOnPhone: true, cell: (row) => row.idNumberMasked },
        { key: 'no', header: t('student.field.studentNo'), nowrap: true, cell: (row) => row.studentNo },
        { key: 'major', header: t('student.field.major'), cell: (row) => row.major },
        { key: 'class', header: t('student.field.className'), cell: (row) => row.className || NOTHING },
        { key: 'enrolled', header: t('student.field.enrolledOn'), nowrap: true, cell: (row) => row.enrolledOn },
        {
          key: 'status',
          header: t('student.field.status'),
          nowrap: true,
          cell: (row) => <Badge tone={STUDENT_TONES[row.status]}>{t(`student.status.${row.status}`)}</Badge>,
        },
        { key: 'x', header: t('funnel.stage.x_certificate'), nowrap: true, cell: (row) => row.xCertifiedOn ?? NOTHING },
        { key: 'placed', header: t('funnel.stage.placement'), nowrap: true, cell: (row) => row.placedOn ?? NOTHING },
        { key: 'engaged', header: t('funnel.stage.engaged'), nowrap: true, cell: (row) => row.engagedOn ?? NOTHING },
        { key: 'stayed', header: t('funnel.stage.stayed'), nowrap: true, cell: (row) => row.stayedOn ?? NOTHING },
      ]}
    />
  );
};
