import { useTranslation } from 'react-i18next';
import type { EnrolmentStatus, InstitutionAnswer } from '~/domain/enrolment/enrolment';
import { formatDateTime, NOTHING } from '~/i18n/format';

export interface SentenceFacts {
  status: EnrolmentStatus;
  institutionAnswer: InstitutionAnswer;
  institutionAnswerDueOn: string | null;
  position: number | null;
  offerExpiresAt: string | null;
  reason: string | null;
  classCancelled: boolean;
  nextLesson: { startsAt: string; place: string } | null;
}

/** What happens next with one enrolment, in the words of the trainee. */
export const EnrolmentSentence = ({ facts }: { facts: SentenceFacts }) => {
  const { t } = useTranslation('enrolment');
  const reason = facts.reason || NOTHING;
  const lesson = facts.nextLesson && { at: formatDateTime(facts.nextLesson.startsAt), place: facts.nextLesson.place || NOTHING };
  switch (facts.status) {
    case 'applied':
      if (facts.institutionAnswer === 'pending') return <>{t('next.appliedPending', { date: facts.institutionAnswerDueOn ?? NOTHING })}</>;
      return <>{t('next.applied')}</>;
    case 'approved':
      return <>{lesson ? t('next.approved', lesson) : t('next.approvedPlain')}</>;
    case 'attending':
      return <>{lesson ? t('next.attending', lesson) : t('next.attendingDone')}</>;
    case 'waitlisted':
      return <>{t('next.waitlisted', { place: facts.position ?? 1 })}</>;
    case 'offered':
      return <>{t('next.offered', { at: facts.offerExpiresAt ? formatDateTime(facts.offerExpiresAt) : NOTHING })}</>;
    case 'voided':
      return <>{t(facts.classCancelled ? 'next.voidedCancelled' : 'next.voided', { reason })}</>;
    default:
      return <>{t(`next.${facts.status}`, { reason })}</>;
  }
};
