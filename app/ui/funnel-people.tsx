import { useTranslation } from 'react-i18next';
import type { StudentStatus } from '~/domain/talent/programme';
import { NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';

interface Person {
  id: string;
  name: string;
  idNumberMasked: string;
  studentNo: string;
  college: string;
  major: string;
  year: number;
  status: StudentStatus;
  xCertifiedOn: string | null;
  placedOn: string | null;
  engagedOn: string | null;
  stayedOn: string | null;
  institution: string | null;
}

/** The students behind one number, each with the day of every stage. */
export const FunnelPeople = ({ rows }: { rows: readonly Person[] }) => {
  const { t } = useTranslation('funnel');
  return (
    <DataTable<Person>
      caption={t('funnel.people.title')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{t('funnel.people.none')}</p>}
      columns={[
        { key: 'name', header: t('student.field.name'), rowHeader: true, nowrap: true, cell: (row) => row.name },
        { key: 'id', header: t('student.field.idNumber'), nowrap: true, hideOnPhone: true, cell: (row) => row.idNumberMasked },
        { key: 'college', header: t('student.field.college'), cell: (row) => row.college },
        { key: 'major', header: t('student.field.major'), cell: (row) => row.major },
        { key: 'year', header: t('student.field.year'), numeric: true, cell: (row) => row.year },
        { key: 'status', header: t('student.field.status'), nowrap: true, cell: (row) => t(`student.status.${row.status}`) },
        { key: 'x', header: t('funnel.stage.x_certificate'), nowrap: true, cell: (row) => row.xCertifiedOn ?? NOTHING },
        { key: 'placed', header: t('funnel.stage.placement'), nowrap: true, cell: (row) => row.placedOn ?? NOTHING },
        { key: 'engaged', header: t('funnel.stage.engaged'), nowrap: true, cell: (row) => row.engagedOn ?? NOTHING },
        { key: 'stayed', header: t('funnel.stage.stayed'), nowrap: true, cell: (row) => row.stayedOn ?? NOTHING },
        { key: 'institution', header: t('student.field.institution'), cell: (row) => row.institution ?? NOTHING },
      ]}
    />
  );
};
