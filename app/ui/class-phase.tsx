import { useTranslation } from 'react-i18next';
import type { ClassStatus } from '~/domain/training-class/training-class';
import { Badge, StatusBadge } from './status-badge';

export type WindowState = 'not_open' | 'open' | 'closed';

/** Where a class stands. Between the end of enrolment and the first lesson it takes nobody, whatever seats are free. */
export const ClassPhase = ({ phase, window }: { phase: ClassStatus; window: WindowState }) => {
  const { t } = useTranslation('class');
  const waits = (phase === 'enrolling' || phase === 'full') && window === 'closed';
  return waits ? <Badge tone="wait">{t('enrolmentEnded')}</Badge> : <StatusBadge kind="class:status" status={phase} />;
};
