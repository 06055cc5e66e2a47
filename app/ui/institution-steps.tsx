import { useTranslation } from 'react-i18next';
import type { Freshness } from '~/domain/person/roster';
import { paths } from '~/web/paths';
import { NextStep } from './next-step';

interface Steps {
  pending: number;
  firstDueOn: string | null;
  offered: number;
  answers: { waiting: number; firstDueOn: string | null };
  roster: { freshness: Freshness; dueOn: string | null };
}

/** What an institution must do next: answers with a date first, then its roster. */
export const InstitutionSteps = ({ pending, firstDueOn, offered, answers, roster }: Steps) => {
  const { t } = useTranslation(['enrolment', 'roster']);
  const rosterSays = {
    fresh: null,
    soon: t('roster:needs.rosterSoon', { date: roster.dueOn ?? '' }),
    stale: t('roster:needs.rosterStale'),
    never: t('roster:needs.rosterNever'),
  }[roster.freshness];
  return (
    <>
      {answers.waiting > 0 && (
        <NextStep to={paths.rosterAnswers()} action={t('roster:needs.toAnswer')}>
          {t('roster:needs.answers', { count: answers.waiting, date: answers.firstDueOn ?? '' })}
        </NextStep>
      )}
      {pending > 0 && (
        <NextStep to={paths.confirmations()} action={t('institution.toConfirm')}>
          {t('institution.pending', { count: pending, date: firstDueOn ?? '' })}
        </NextStep>
      )}
      {offered > 0 && (
        <NextStep to={paths.confirmations({ show: 'current' })} action={t('institution.toOffers')}>
          {t('institution.offered', { count: offered })}
        </NextStep>
      )}
      {rosterSays && (
        <NextStep to={`${paths.staff()}#confirmation`} action={t('roster:needs.toConfirm')}>
          {rosterSays}
        </NextStep>
      )}
    </>
  );
};
