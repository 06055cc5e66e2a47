import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { SnapshotKind } from '~/domain/rate/rate';
import type { RateFigure } from '~/domain/rate/reading';
import { formatDateTime, formatPercent } from '~/i18n/format';
import { LinkButton } from './button';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { Notice } from './notice';
import { Row } from './page';
import classes from './rate.module.css';

interface SnapshotRow {
  id: string;
  on: string;
  kind: SnapshotKind;
  madeAt: string;
  cellsSha256: string;
  peopleSha256: string;
  figure: RateFigure;
  verifyTo: string;
  openTo: string;
}

/** What was kept of each day, with its check values and a way to check them. */
export const SnapshotTable = ({ rows }: { rows: readonly SnapshotRow[] }) => {
  const { t } = useTranslation('rate');
  return (
    <DataTable
      caption={t('snapshots.title')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('snapshots.empty')}>{t('snapshots.emptyHint')}</EmptyState>}
      columns={[
        { key: 'on', header: t('snapshots.on'), rowHeader: true, nowrap: true, cell: (row) => <Link to={row.openTo}>{row.on}</Link> },
        { key: 'kind', header: t('snapshots.kind'), nowrap: true, cell: (row) => t(`kind.${row.kind}`) },
        {
          key: 'rate',
          header: t('snapshots.rate'),
          numeric: true,
          cell: ({ figure: { n, d } }) => (
            <>
              <strong>{formatPercent(n, d)}</strong> <span className={classes.soft}>{`${n} / ${d}`}</span>
            </>
          ),
        },
        { key: 'madeAt', header: t('snapshots.madeAt'), nowrap: true, cell: (row) => formatDateTime(row.madeAt) },
        {
          key: 'hash',
          header: t('reading.hash'),
          cell: (row) => (
            <span className={classes.stack}>
              <span className={classes.soft}>{t('reading.hashCells')}</span>
              <code className={classes.hash}>{row.cellsSha256}</code>
              <span className={classes.soft}>{t('reading.hashPeople')}</span>
              <code className={classes.hash}>{row.peopleSha256}</code>
            </span>
          ),
        },
        {
          key: 'verify',
          header: t('snapshots.verify'),
          cell: (row) => (
            <Row>
              <LinkButton to={row.verifyTo} emphasis="second" small>
                {t('snapshots.verify')}
              </LinkButton>
            </Row>
          ),
        },
      ]}
    />
  );
};

interface Verified {
  on: string;
  cellsSha256: string;
  peopleSha256: string;
  cellsMatch: boolean;
  peopleMatch: boolean;
}

/** What a check found, with the values that were worked out just now. */
export const Verification = ({ verified: { on, cellsSha256, peopleSha256, cellsMatch, peopleMatch } }: { verified: Verified }) => {
  const { t } = useTranslation('rate');
  return (
    <Notice tone={cellsMatch && peopleMatch ? 'good' : 'bad'}>
      {cellsMatch && peopleMatch && <p>{t('snapshots.matches', { on })}</p>}
      {!cellsMatch && <p>{t('snapshots.cellsDiffer', { on })}</p>}
      {!peopleMatch && <p>{t('snapshots.peopleDiffer', { on })}</p>}
      <div className={classes.hashes}>
        <span>{t('reading.hashCells')}</span>
        <code>{cellsSha256}</code>
        <span>{t('reading.hashPeople')}</span>
        <code>{peopleSha256}</code>
      </div>
    </Notice>
  );
};
