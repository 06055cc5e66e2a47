import { useTranslation } from 'react-i18next';
import { TITLE_LEVELS, type TitleLevel } from '~/domain/certificate/certificate';
import type { TitleCounts } from '~/domain/certificate/title';
import { DataTable } from './data-table';
import { FunnelNumber } from './funnel-chart';

interface Line {
  key: string;
  name: string;
  counts: TitleCounts;
  /** The people behind a number of the line; without it they may not be seen. */
  to?: (level?: TitleLevel) => string;
}

/** Levels side by side; sums are a line of their own. */
export const TitleTable = ({ caption, header, lines }: { caption: string; header: string; lines: readonly Line[] }) => {
  const { t } = useTranslation(['funnel', 'certificate']);
  return (
    <DataTable<Line>
      caption={caption}
      captionHidden
      dense
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        { key: 'name', header, rowHeader: true, cell: (line) => line.name },
        ...TITLE_LEVELS.map((level) => ({
          key: level,
          header: t(`certificate:titleLevel.${level}`),
          numeric: true,
          cell: (line: Line) => (
            <FunnelNumber value={line.counts[level]} to={line.to?.(level)} label={`${line.name} ${t(`certificate:titleLevel.${level}`)}`} />
          ),
        })),
        {
          key: 'total',
          header: t('title.total'),
          numeric: true,
          cell: (line: Line) => <FunnelNumber value={line.counts.total} to={line.to?.()} label={`${line.name} ${t('title.total')}`} />,
        },
      ]}
    />
  );
};
