import { useTranslation } from 'react-i18next';
import { FUNNEL_STAGES, type FunnelCounts, type FunnelStage } from '~/domain/talent/funnel';
import { NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { FunnelNumber } from './funnel-chart';

interface Line {
  key: string;
  name: string;
  /** District, where colleges are compared. */
  district?: string;
  counts: FunnelCounts;
  to?: (stage: FunnelStage) => string;
}

interface Props {
  caption: string;
  /** What a line is: a college, a year. */
  header: string;
  lines: readonly Line[];
}

/** The stages side by side for several colleges or years; sums are lines of their own. */
export const FunnelTable = ({ caption, header, lines }: Props) => {
  const { t } = useTranslation('funnel');
  return (
    <DataTable<Line>
      caption={caption}
      captionHidden
      dense
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        { key: 'name', header, rowHeader: true, cell: (line) => line.name },
        ...(lines.some(({ district }) => district !== undefined)
          ? [{ key: 'district', header: t('funnel.column.district'), nowrap: true, cell: (line: Line) => line.district || NOTHING }]
          : []),
        ...FUNNEL_STAGES.map((stage) => ({
          key: stage,
          header: t(`funnel.stage.${stage}`),
          numeric: true,
          cell: (line: Line) => (
            <FunnelNumber value={line.counts[stage]} to={line.to?.(stage)} label={`${line.name} ${t(`funnel.stage.${stage}`)}`} />
          ),
        })),
      ]}
    />
  );
};
