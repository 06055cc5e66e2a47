import { useTranslation } from 'react-i18next';
import type { ClosingKind, ClosingStatus } from '~/domain/completion/closing';
import { Timeline } from './timeline';

export interface ClosingStep {
  id: string;
  kind: ClosingKind;
  status: ClosingStatus;
  note: string;
  submittedAt: string | Date;
  submittedBy: string | null;
  decisionDueOn: string;
  decidedAt: string | Date | null;
  decidedBy: string | null;
  decisionReason: string | null;
}

const TONES = { submitted: 'wait', approved: 'good', returned: 'bad' } as const;

/** Every time the class was handed in, and what was decided. */
export const ClosingHistory = ({ steps }: { steps: readonly ClosingStep[] }) => {
  const { t } = useTranslation('completion');
  return (
    <Timeline
      label={t('closing.history')}
      items={steps.map((step) => ({
        id: step.id,
        at: step.decidedAt ?? step.submittedAt,
        title: t('closing.step', { kind: t(`closingKind.${step.kind}`), status: t(`closingStatus.${step.status}`) }),
        by: step.decidedBy ?? step.submittedBy,
        detail:
          step.decisionReason ?? (step.status === 'submitted' ? t('closing.due', { date: step.decisionDueOn }) : step.note || undefined),
        tone: TONES[step.status],
      }))}
    />
  );
};
