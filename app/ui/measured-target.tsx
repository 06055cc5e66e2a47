import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MEASURED, type MeasuredMetric } from '~/domain/goal/goal';
import { formatDateTime } from '~/i18n/format';
import { SubmitButton } from './button';
import { DefinitionList } from './definition-list';
import { NumberField, TextField } from './fields';
import { Form, FormActions } from './form';
import home from './home.module.css';
import { Section } from './page';
import classes from './rate.module.css';
import { Badge } from './status-badge';
import { usePunctuation } from './use-punctuation';

export interface TargetValue {
  value: number | null;
  clause: string;
  owner: string;
}

/** What a period wants of a measured metric: one value for the whole, no shares. */
export const MeasuredTargetForm = ({ metric, target, locked }: { metric: MeasuredMetric; target: TargetValue; locked: boolean }) => {
  const { t } = useTranslation('goal');
  const { value, clause, owner } = target;
  const label = t('measured.value', { unit: MEASURED[metric].unit });
  if (locked) {
    return (
      <DefinitionList
        items={[
          [label, value],
          [t('targets.clause'), clause],
          [t('targets.owner'), owner],
        ]}
      />
    );
  }
  return (
    <Form name={metric}>
      <input type="hidden" name="metric" value={metric} />
      <div className={home.fields}>
        <NumberField name="value" label={label} hint={t('targets.valueHint')} defaultValue={value} optional />
        <TextField name="clause" label={t('targets.clause')} defaultValue={clause} maxLength={200} optional />
        <TextField name="owner" label={t('targets.owner')} defaultValue={owner} maxLength={200} optional />
      </div>
      <FormActions>
        <SubmitButton intent="save">{t('targets.save')}</SubmitButton>
      </FormActions>
    </Form>
  );
};

interface StandingProps {
  on: string;
  isEnd: boolean;
  /** Null without a value to reach. */
  reached: boolean | null;
  children: ReactNode;
}

/** Where a measure stands on its day, beside what is wanted. */
export const MeasureLine = ({ on, isEnd, reached, children }: StandingProps) => {
  const { t } = useTranslation(['goal', 'rate']);
  return (
    <p className={classes.line}>
      {t(isEnd ? 'goal:measured.atEnd' : 'goal:measured.atNow', { on })} {children}{' '}
      {reached === null ? (
        t('goal:measured.noTarget')
      ) : (
        <Badge tone={reached ? 'good' : 'wait'}>{t(reached ? 'rate:target.reached' : 'rate:target.notReached')}</Badge>
      )}
    </p>
  );
};

export interface MeasuredView extends Omit<StandingProps, 'children'> {
  metric: Exclude<MeasuredMetric, 'caregiver_certified_rate'>;
  target: TargetValue;
  figure: string | null;
  /** N / D of a share. */
  parts: { n: number; d: number } | null;
  /** ISO instant up to which changes are in. */
  asOf: string;
  underCheck: boolean;
  to: string;
}

/** Programme points, and coverage with trained health-care staff: where they stand and what is wanted. */
export const MeasuredTargetSection = ({
  metric,
  target,
  figure,
  parts,
  asOf,
  underCheck,
  to,
  locked,
  ...standing
}: MeasuredView & { locked: boolean }) => {
  const { t } = useTranslation(['goal', 'rate', 'common']);
  const marks = usePunctuation();
  const isPoints = metric === 'programme_points';
  return (
    <Section
      title={t(`goal:metric.${metric}`)}
      intro={t(isPoints ? 'goal:measured.pointsRule' : 'goal:measured.coverageRule')}
      actions={<Link to={to}>{t(isPoints ? 'goal:measured.seePoints' : 'goal:measured.seeCoverage')}</Link>}
    >
      <MeasureLine {...standing}>
        <Link to={to}>
          <strong>{figure ?? t('goal:measured.notYet')}</strong>
          {parts && marks.aside(`${parts.n} / ${parts.d}`)}
        </Link>
      </MeasureLine>
      <p className={classes.soft}>
        {t('rate:asOf', { at: formatDateTime(asOf) })}
        {underCheck && <Badge tone="wait">{t('common:figure.underCheck')}</Badge>}
      </p>
      <MeasuredTargetForm metric={metric} target={target} locked={locked} />
    </Section>
  );
};
