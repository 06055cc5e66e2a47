import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeStep } from '~/domain/rate/bridge';
import type { SnapshotKind } from '~/domain/rate/rate';
import { formatNumber } from '~/i18n/format';
import { BridgeChart, type Rung } from './bridge-chart';
import { BridgePeople, type BridgePersonRow } from './bridge-people';
import { BridgeTable } from './bridge-table';
import { Section } from './page';
import { Pagination } from './pagination';
import classes from './rate.module.css';
import { useLanguage } from './use-words';

interface End {
  on: string;
  kind: SnapshotKind | null;
}

interface BridgeViewProps {
  title: string;
  intro?: string;
  actions?: ReactNode;
  ends: { start: End; end: End };
  start: { n: number; d: number };
  end: { n: number; d: number };
  rungs: readonly Rung[];
  /** Where a step opens; nothing where its people may not be seen. */
  toStep?: (step: BridgeStep) => string;
  step?: BridgeStep;
  people: readonly BridgePersonRow[];
  page: { page: number; pageSize: number; total: number };
}

const percent = ({ n, d }: { n: number; d: number }) => (d === 0 ? null : (n / d) * 100);

/** A waterfall with its table, and the people of the step that is open. */
export const BridgeView = ({ title, intro, actions, ends, start, end, rungs, toStep, step, people, page }: BridgeViewProps) => {
  const { t } = useTranslation('rate');
  const language = useLanguage();
  const named = ({ on, kind }: End) => (kind ? t('bridge.endRecorded', { on, kind: t(`kind.${kind}`) }) : t('bridge.endKnown', { on }));
  return (
    <>
      <Section title={title} intro={intro} actions={actions}>
        <p className={classes.soft}>
          {t('bridge.start')} {named(ends.start)} → {t('bridge.end')} {named(ends.end)}
        </p>
        {rungs.length > 0 && (
          <BridgeChart from={t('bridge.start')} to={t('bridge.end')} start={percent(start)} end={percent(end)} rungs={rungs} />
        )}
        <BridgeTable start={start} end={end} rungs={rungs} toStep={toStep} />
        {rungs.length > 0 && <p className={classes.soft}>{t(toStep ? 'bridge.choose' : 'bridge.othersPeople')}</p>}
      </Section>
      {step && toStep && (
        <Section id="people-of-step" title={t('bridge.people', { step: t(`step.${step}`), number: formatNumber(page.total, language) })}>
          <BridgePeople rows={people} caption={t(`step.${step}`)} />
          <Pagination {...page} />
        </Section>
      )}
    </>
  );
};
