import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CourseCategory } from '~/domain/course/course';
import type { EnrolmentStatus, InstitutionAnswer } from '~/domain/enrolment/enrolment';
import { formatDateTime, NOTHING } from '~/i18n/format';
import { ConfirmForm } from './confirm-form';
import { type Column, DataTable } from './data-table';
import { StatusBadge } from './status-badge';

export interface ClassPerson {
  id: string;
  personName: string;
  idNumberMasked: string;
  phoneMasked: string | null;
  status: EnrolmentStatus;
  category: CourseCategory;
  role: CourseCategory | null;
  isPreService: boolean;
  institutionName: string | null;
  institutionAnswer: InstitutionAnswer;
  institutionAnswerDueOn: string | null;
  /** The institution's last day has passed without an answer. */
  silent: boolean;
  position: number | null;
  offerExpiresAt: string | null;
  needsLodging: boolean;
  remark: string;
  reason: string | null;
  createdAt: string;
}

interface ClassPeopleProps {
  people: readonly ClassPerson[];
  /** Checkboxes `enrolment[]`, for the form around the table. */
  select?: boolean;
  /** The provider may take admissions back. */
  mayVoid?: boolean;
}

/** The people of a class: where they come from, how they stand, what was said. */
export const ClassPeople = ({ people, select, mayVoid }: ClassPeopleProps) => {
  const { t } = useTranslation(['class', 'enrolment', 'person']);
  const name: Column<ClassPerson> = {
    key: 'name',
    header: t('person:field.name'),
    rowHeader: true,
    nowrap: true,
    cell: (row) =>
      select ? (
        <Checkbox
          size="sm"
          name="enrolment[]"
          value={row.id}
          label={row.personName}
          aria-label={t('manage.select', { name: row.personName })}
        />
      ) : (
        row.personName
      ),
  };
  const state = (row: ClassPerson): string | null => {
    if (row.status === 'applied' && row.institutionAnswer === 'pending') {
      return row.silent ? t('manage.maySilent') : t('manage.answerDue', { date: row.institutionAnswerDueOn ?? NOTHING });
    }
    if (row.position !== null) return t('manage.queue', { place: row.position });
    return row.status === 'offered' && row.offerExpiresAt ? t('manage.offerUntil', { at: formatDateTime(row.offerExpiresAt) }) : row.reason;
  };
  const columns: Column<ClassPerson>[] = [
    name,
    {
      key: 'unit',
      header: t('person:field.institution'),
      cell: (row) => row.institutionName ?? (row.isPreService ? t('person:preService') : NOTHING),
    },
    { key: 'role', header: t('person:field.role'), nowrap: true, cell: (row) => (row.role ? t(`person:role.${row.role}`) : NOTHING) },
    { key: 'number', header: t('person:field.idNumber'), nowrap: true, hideOnPhone: true, cell: (row) => row.idNumberMasked },
    { key: 'phone', header: t('person:field.phone'), nowrap: true, hideOnPhone: true, cell: (row) => row.phoneMasked ?? NOTHING },
    { key: 'at', header: t('enrolment:mine.enrolledOn'), nowrap: true, hideOnPhone: true, cell: (row) => formatDateTime(row.createdAt) },
    {
      key: 'status',
      header: t('enrolment:mine.status'),
      cell: (row) => (
        <>
          <StatusBadge kind="enrolment:status" status={row.status} />{' '}
          {row.institutionAnswer !== 'not_needed' && <StatusBadge kind="enrolment:institutionAnswer" status={row.institutionAnswer} />}{' '}
          {state(row)}
        </>
      ),
    },
    {
      key: 'remark',
      header: t('enrolment:form.remark'),
      cell: (row) => [row.needsLodging ? t('manage.lodging') : '', row.remark].filter(Boolean).join(' · ') || NOTHING,
    },
  ];
  const decision: Column<ClassPerson> = {
    key: 'decision',
    header: t('manage.decision'),
    cell: (row) =>
      row.status === 'approved' || row.status === 'attending' ? (
        <ConfirmForm
          name={`void-${row.id}`}
          intent="void"
          label={t('manage.void')}
          explanation={t('manage.voidText', { name: row.personName })}
          values={{ enrolmentId: row.id }}
          danger
        />
      ) : (
        NOTHING
      ),
  };
  return (
    <DataTable
      caption={t('tabs.people')}
      captionHidden
      dense
      rows={people}
      rowKey={(row) => row.id}
      columns={mayVoid ? [...columns, decision] : columns}
      empty={<p>{t('manage.peopleEmpty')}</p>}
    />
  );
};
