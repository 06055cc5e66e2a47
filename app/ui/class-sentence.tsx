import { useTranslation } from 'react-i18next';
import type { ClassStatus } from '~/domain/training-class/training-class';
import { NOTHING } from '~/i18n/format';
import type { WindowState } from './class-phase';

interface ClassSentenceProps {
  phase: ClassStatus;
  window: WindowState;
  from: string;
  until: string;
  reason: string | null;
}

/** One sentence on whether a class still takes people. */
export const ClassSentence = ({ phase, window, from, until, reason }: ClassSentenceProps) => {
  const { t } = useTranslation('class');
  if (phase === 'cancelled') return <>{t('page.cancelled', { reason: reason ?? NOTHING })}</>;
  if (phase === 'closed' || phase === 'closing_review' || phase === 'assessing') return <>{t('page.over')}</>;
  if (phase === 'in_progress') return <>{t('page.inProgress')}</>;
  if (window === 'not_open') return <>{t('page.notOpen', { date: from })}</>;
  if (window === 'closed') return <>{t('page.windowClosed')}</>;
  return <>{phase === 'full' ? t('page.full') : t('page.open', { date: until })}</>;
};
