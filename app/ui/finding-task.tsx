import { useTranslation } from 'react-i18next';
import type { FindingStatus } from '~/domain/health-care/visit';
import { NextStep } from './next-step';

interface FindingTaskProps {
  finding: { status: FindingStatus; mendByOn: string; isOverdue: boolean };
  /** Why the last answer was not enough. */
  returned: string | null;
}

const QUIET = { answered: 'finding.nextWaits', mended: 'finding.nextMended', withdrawn: 'finding.nextWithdrawn' } as const;

/** What the institution has to do about a finding. */
export const FindingTask = ({ finding, returned }: FindingTaskProps) => {
  const { t } = useTranslation('visit');
  const { status, mendByOn, isOverdue } = finding;
  if (status !== 'open') return <NextStep>{t(QUIET[status])}</NextStep>;
  const day = t(isOverdue ? 'finding.nextAnswerLate' : 'finding.nextAnswer', { day: mendByOn });
  return (
    <NextStep to="#answer" action={t('institution.answerIt')} detail={returned ? day : undefined}>
      {returned ? t('finding.nextReturned', { reason: returned }) : day}
    </NextStep>
  );
};
