import { useTranslation } from 'react-i18next';
import { formatDate, NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { DefinitionList } from './definition-list';
import type { ShownPoint } from './point-table';
import { Badge, StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useMajorName } from './use-major-name';
import { usePunctuation } from './use-punctuation';

type Facts = ShownPoint & { endedOn: string | null; remark: string; majorActive: boolean; returnReason: string | null };

/** One point as it stands. */
export const PointFacts = ({ point, year }: { point: Facts; year: number }) => {
  const { t } = useTranslation('programme');
  const marks = usePunctuation();
  const districtName = useDistrictName();
  const majorName = useMajorName();
  return (
    <DefinitionList
      items={[
        [
          t('points.college'),
          `${point.college} · ${point.districtCode === null ? t('points.cityLevel') : districtName(point.districtCode)}`,
        ],
        [
          t('points.major'),
          <>
            {majorName(point)} <span className="numeric">{point.code}</span> · {t(`level.${point.level}`)}{' '}
            {!point.majorActive && <Badge>{t('points.majorOff')}</Badge>}
          </>,
        ],
        [t('majors.relatedShort'), t(point.childcareRelated ? 'yes' : 'no')],
        [t('points.status'), <StatusBadge key="status" kind="programme:status" status={point.status} />],
        [t('points.filedOn'), point.filedOn && formatDate(point.filedOn)],
        [t('points.documentNo'), point.documentNo],
        point.endedOn ? [t('points.endedOn'), formatDate(point.endedOn)] : null,
        [t('points.check'), <StatusBadge key="check" kind="programme:check" status={point.check} />],
        point.returnReason ? [t('point.returnReason'), point.returnReason] : null,
        [t('points.counts', { year }), t(point.gaps.length === 0 ? 'yes' : 'no')],
        point.gaps.length > 0 ? [t('points.why'), point.gaps.map((gap) => t(`gap.${gap}`)).join(marks.clause)] : null,
        point.remark ? [t('points.remark'), point.remark] : null,
      ]}
    />
  );
};

interface ShownYear {
  year: number;
  plannedIntake: number;
  actualIntake: number | null;
  graduates: number | null;
}

export const ProgrammeYears = ({ years }: { years: readonly ShownYear[] }) => {
  const { t } = useTranslation('programme');
  return (
    <DataTable
      caption={t('years.title')}
      captionHidden
      rows={years}
      rowKey={(row) => String(row.year)}
      empty={<p>{t('years.empty')}</p>}
      columns={[
        { key: 'year', header: t('years.year'), rowHeader: true, cell: (row) => row.year },
        { key: 'planned', header: t('years.planned'), numeric: true, cell: (row) => row.plannedIntake },
        { key: 'actual', header: t('years.actual'), numeric: true, cell: (row) => row.actualIntake ?? t('points.notYet') },
        { key: 'graduates', header: t('years.graduates'), numeric: true, cell: (row) => row.graduates ?? NOTHING },
      ]}
    />
  );
};
