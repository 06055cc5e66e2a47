import { useTranslation } from 'react-i18next';
import { FUNNEL_STAGES, type FunnelStage } from '~/domain/talent/funnel';
import type { WordKey } from '~/i18n/words';
import classes from './funnel.module.css';
import { Timeline } from './timeline';
import { useWords } from './use-words';

interface Step {
  kind: 'certificate' | 'placement' | 'post';
  id: string;
  fromOn: string;
  untilOn: string | null;
  title: string;
  detail: string;
  status: string;
}

interface Props {
  enrolledOn: string;
  path: Record<Exclude<FunnelStage, 'student'>, string | null> | null;
}

/** The four stages after enrolment, with the day of each that was reached. */
export const StudentPath = ({ enrolledOn, path }: Props) => {
  const { t } = useTranslation('funnel');
  if (!path) return <p>{t('student.one.pathNone')}</p>;
  const days = { student: enrolledOn, ...path };
  return (
    <ol className={classes.steps}>
      {FUNNEL_STAGES.map((stage) => (
        <li key={stage} data-reached={days[stage] !== null || undefined}>
          <strong>{stage === 'student' ? t('student.one.enrolled') : t(`funnel.stage.${stage}`)}</strong>
          <span className="numeric">{days[stage] ?? t('student.one.notYet')}</span>
        </li>
      ))}
    </ol>
  );
};

/** Which words say how a step stands: kinds and roles belong to the concepts that have them. */
const detailOf = ({ kind, detail, status }: Step): WordKey[] => {
  if (kind === 'post') return [`person:role.${detail}` as WordKey];
  if (kind === 'placement') return [`placement:kind.${detail}` as WordKey, `placement:phase.${status}` as WordKey];
  return [...(detail ? [`certificate:level.${detail}` as WordKey] : []), `certificate:status.${status}` as WordKey];
};

/** Everything that happened since, in its order. */
export const StudentSteps = ({ steps }: { steps: readonly Step[] }) => {
  const { t } = useTranslation(['funnel', 'certificate', 'placement', 'person']);
  const words = useWords();
  if (steps.length === 0) return <p>{t('student.one.noSteps')}</p>;
  return (
    <Timeline
      label={t('student.one.steps')}
      items={steps.map((step) => ({
        id: step.id,
        at: step.fromOn,
        title: t(`student.one.${step.kind}`, { name: step.title }),
        detail: [
          ...detailOf(step).map((key) => words(key)),
          ...(step.kind === 'certificate' ? [] : [step.untilOn ? t('student.one.until', { date: step.untilOn }) : t('student.one.onPost')]),
        ].join(' · '),
      }))}
    />
  );
};
