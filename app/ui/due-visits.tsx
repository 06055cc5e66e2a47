import { Checkbox } from '@mantine/core';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import { SubmitButton } from './button';
import { CheckboxField } from './choice-fields';
import { type Column, DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { DateField, SelectField } from './fields';
import { Form, FormActions } from './form';
import { useDistrictName } from './use-district-name';

interface DueInstitution {
  id: string;
  name: string;
  districtCode: string;
  lastVisitedOn: string | null;
  filedOn: string | null;
  waiting: number;
}

interface DueVisitsProps {
  rows: readonly DueInstitution[];
  visitors: readonly { id: string; name: string }[];
  today: string;
  plannedOn: string;
  isAnnounced: boolean;
  byDistrict: boolean;
  opensFile: boolean;
  /** Between the table and the plan: further pages. */
  children: ReactNode;
}

/** Institutions that are due, to be ticked and planned for in one step. */
export const DueVisits = ({ rows, visitors, today, plannedOn, isAnnounced, byDistrict, opensFile, children }: DueVisitsProps) => {
  const { t } = useTranslation('visit');
  const district = useDistrictName();
  const columns: Column<DueInstitution>[] = [
    {
      key: 'name',
      header: t('due.name'),
      rowHeader: true,
      cell: (row) => (
        <Checkbox size="sm" name="institution[]" value={row.id} label={row.name} aria-label={t('due.chooseOne', { name: row.name })} />
      ),
    },
    ...(byDistrict
      ? [{ key: 'district', header: t('due.district'), cell: (row: DueInstitution) => district(row.districtCode), nowrap: true }]
      : []),
    { key: 'last', header: t('due.lastVisitedOn'), cell: (row) => row.lastVisitedOn ?? t('due.never'), nowrap: true },
    { key: 'filed', header: t('due.filedOn'), cell: (row) => row.filedOn ?? '—', nowrap: true },
    { key: 'waiting', header: t('due.waiting'), cell: (row) => row.waiting, numeric: true },
    ...(opensFile
      ? [
          {
            key: 'file',
            header: t('due.file'),
            cell: (row: DueInstitution) => <Link to={paths.commissionInstitution(row.id)}>{t('page.read')}</Link>,
            nowrap: true,
          },
        ]
      : []),
  ];
  if (rows.length === 0) return <EmptyState title={t('due.empty')}>{t('due.emptyText')}</EmptyState>;
  return (
    <Form name="plan">
      <DataTable caption={t('due.caption')} captionHidden dense rows={rows} rowKey={(row) => row.id} columns={columns} />
      {children}
      <h2>{t('due.planTitle')}</h2>
      <p>{t('due.planText')}</p>
      <DateField name="plannedOn" label={t('plan.plannedOn')} defaultValue={plannedOn} min={today} />
      <SelectField
        name="visitorId"
        label={t('plan.visitor')}
        optional
        placeholder={t('plan.anybody')}
        options={visitors.map(({ id, name: label }) => ({ value: id, label }))}
      />
      <CheckboxField name="isAnnounced" label={t('plan.isAnnounced')} hint={t('plan.isAnnouncedHint')} defaultChecked={isAnnounced} />
      <FormActions>
        <SubmitButton intent="plan">{t('due.plan')}</SubmitButton>
      </FormActions>
    </Form>
  );
};
