import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { SnapshotKind } from '~/domain/rate/rate';
import type { RateFigure } from '~/domain/rate/reading';
import { formatDateTime, formatPercent } from '~/i18n/format';
import { Notice } from './notice';
import { Stack } from './page';
import classes from './rate.module.css';
import { Tabs } from './tabs';
import { usePunctuation } from './use-punctuation';

interface Kept {
  kind: SnapshotKind;
  madeAt: string;
  cellsSha256: string;
  peopleSha256: string;
}

interface RateReadingProps {
  as: 'now' | 'recorded';
  /** What was kept of the day; null = nothing. */
  snapshot: Kept | null;
  nowTo: string;
  recordedTo: string;
  /** Both answers where there are two, and where their difference opens. */
  /** Where all snapshots are listed, for those who may see them. */
  allTo?: string;
  both: { recorded: RateFigure; known: RateFigure; differenceTo?: string } | null;
}

const signed = (value: number) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');

/** A past date has two answers, each with its name; the recorded one with its check values. */
export const RateReading = ({ as, snapshot, nowTo, recordedTo, allTo, both }: RateReadingProps) => {
  const { t } = useTranslation('rate');
  return (
    <Stack tight>
      <Tabs
        label={t('reading.label')}
        tabs={[
          { to: nowTo, label: t('reading.now'), current: as === 'now' },
          { to: recordedTo, label: t('reading.recorded'), current: as === 'recorded' },
        ]}
      />
      {as === 'now' && <p className={classes.soft}>{t('reading.nowNote')}</p>}
      {as === 'recorded' && !snapshot && <Notice>{t('reading.none')}</Notice>}
      {as === 'recorded' && snapshot && <Hashes snapshot={snapshot} allTo={allTo} />}
      {both && <Both {...both} />}
    </Stack>
  );
};

export const Hashes = ({ snapshot: { kind, madeAt, cellsSha256, peopleSha256 }, allTo }: { snapshot: Kept; allTo?: string }) => {
  const { t } = useTranslation('rate');
  return (
    <>
      <p className={classes.soft}>
        {t('reading.recordedNote', { kind: t(`kind.${kind}`), at: formatDateTime(madeAt) })}{' '}
        {allTo && <Link to={allTo}>{t('reading.snapshots')}</Link>}
      </p>
      <div className={classes.hashes}>
        <span>{t('reading.hashCells')}</span>
        <code>{cellsSha256}</code>
        <span>{t('reading.hashPeople')}</span>
        <code>{peopleSha256}</code>
      </div>
    </>
  );
};

const Both = ({ recorded, known, differenceTo }: NonNullable<RateReadingProps['both']>) => {
  const { t } = useTranslation('rate');
  const marks = usePunctuation();
  const same = recorded.n === known.n && recorded.d === known.d;
  return (
    <p className={classes.line}>
      {t('reading.recorded')}
      {marks.colon}
      {formatPercent(recorded.n, recorded.d)}
      {marks.aside(`${recorded.n} / ${recorded.d}`)} · {t('reading.now')}
      {marks.colon}
      {formatPercent(known.n, known.d)}
      {marks.aside(`${known.n} / ${known.d}`)}
      <br />
      {same ? t('reading.same') : t('reading.differs', { n: signed(known.n - recorded.n), d: signed(known.d - recorded.d) })}{' '}
      {differenceTo && <Link to={differenceTo}>{t('reading.openDifference')}</Link>}
    </p>
  );
};
