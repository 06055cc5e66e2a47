import { useTranslation } from 'react-i18next';
import type { SittingPhase } from '~/domain/evaluation/sitting';
import { paths } from '~/web/paths';
import { ConfirmForm } from './confirm-form';
import { NextStep } from './next-step';
import { Stack } from './page';

interface SittingState {
  id: string;
  phase: SittingPhase;
  registerFromOn: string;
  registerUntilOn: string;
  theoryOn: string;
  practicalOn: string;
  capacity: number;
  seatsTaken: number;
  recorded: number;
  openAppeals: number;
  certificates: number;
  appealDays: number;
  appealUntilOn: string | null;
  reason: string | null;
  publishedByMe: boolean;
}

/** The one thing that the evaluation organisation does next with a sitting. */
export const SittingNext = ({ sitting, passed }: { sitting: SittingState; passed: number }) => {
  const { t } = useTranslation('evaluation');
  const { id, seatsTaken } = sitting;
  switch (sitting.phase) {
    case 'not_open':
      return <NextStep>{t('next.not_open', { date: sitting.registerFromOn })}</NextStep>;
    case 'registering':
      return <NextStep>{t('next.registering', { date: sitting.registerUntilOn, free: sitting.capacity - seatsTaken })}</NextStep>;
    case 'full':
      return <NextStep>{t('next.full', { date: sitting.registerUntilOn })}</NextStep>;
    case 'waiting':
      return seatsTaken === 0 ? (
        <NextStep>{t('next.empty')}</NextStep>
      ) : (
        <NextStep>{t('next.waiting', { theory: sitting.theoryOn, practical: sitting.practicalOn })}</NextStep>
      );
    case 'results_due':
      return <ResultsDue sitting={sitting} />;
    case 'appealing':
    case 'answering': {
      const open = sitting.openAppeals;
      const said = sitting.phase === 'appealing' ? 'next.appealing' : 'next.answering';
      const values = { date: sitting.appealUntilOn ?? '', count: open };
      if (open === 0) return <NextStep>{t(said, values)}</NextStep>;
      return (
        <NextStep to={paths.sittingAppeals(id)} action={t('work.toAppeals')}>
          {t(said, values)}
        </NextStep>
      );
    }
    case 'to_approve':
      return sitting.publishedByMe ? (
        <NextStep>{t('next.toApproveOther')}</NextStep>
      ) : (
        <Stack>
          <NextStep>{t('next.toApprove')}</NextStep>
          <ConfirmForm
            intent="approve"
            label={t('approve.action')}
            explanation={t('approve.explanation', { count: passed })}
            reason={false}
          />
        </Stack>
      );
    case 'approved':
      return <NextStep>{t('next.approved', { count: sitting.certificates })}</NextStep>;
    case 'cancelled':
      return <NextStep>{t('next.cancelled', { reason: sitting.reason ?? '' })}</NextStep>;
  }
};

const ResultsDue = ({ sitting: { id, seatsTaken, recorded, appealDays } }: { sitting: SittingState }) => {
  const { t } = useTranslation('evaluation');
  if (seatsTaken === 0) return <NextStep>{t('next.empty')}</NextStep>;
  if (recorded < seatsTaken)
    return (
      <NextStep to={paths.sittingResults(id)} action={t('work.toResults')}>
        {t('next.resultsDue', { count: seatsTaken - recorded })}
      </NextStep>
    );
  return (
    <Stack>
      <NextStep>{t('next.publish', { days: appealDays })}</NextStep>
      <ConfirmForm intent="publish" label={t('publish.action')} explanation={t('publish.explanation')} reason={false} />
    </Stack>
  );
};
