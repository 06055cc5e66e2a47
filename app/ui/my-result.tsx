import { useTranslation } from 'react-i18next';
import type { CandidateStatus, SittingStatus } from '~/domain/evaluation/evaluation';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DefinitionList } from './definition-list';
import { NextStep } from './next-step';
import { Section } from './page';

interface OwnRegistration {
  status: SittingStatus;
  reason: string | null;
  candidateStatus: CandidateStatus;
  isTold: boolean;
  mayAppeal: boolean;
  theoryOn: string;
  practicalOn: string;
  site: string;
  theoryPoints: number | null;
  practicalPoints: number | null;
  theoryPass: number;
  practicalPass: number;
  appealUntilOn: string | null;
  creditBankNo: string | null;
  certificateId: string | null;
  certificateNo: string | null;
}

/** What she does next, or waits for. */
export const MySittingNext = ({ registration: own, today }: { registration: OwnRegistration; today: string }) => {
  const { t } = useTranslation('evaluation');
  const date = own.appealUntilOn ?? '';
  if (own.candidateStatus === 'withdrawn') return <NextStep>{t('own.nextWithdrawn')}</NextStep>;
  if (own.status === 'cancelled') return <NextStep>{t('own.nextCancelled', { reason: own.reason ?? '' })}</NextStep>;
  if (own.certificateNo && own.certificateId)
    return <NextStep to={paths.myCertificate(own.certificateId)}>{t('own.nextIssued', { number: own.certificateNo })}</NextStep>;
  if (!own.isTold) {
    const over = own.theoryOn < today && own.practicalOn < today;
    if (over) return <NextStep>{t('own.nextWaiting')}</NextStep>;
    return <NextStep>{t('own.nextRegistered', { theory: own.theoryOn, practical: own.practicalOn, site: own.site })}</NextStep>;
  }
  if (own.candidateStatus === 'passed') return <NextStep>{t('own.nextCertificate', { date })}</NextStep>;
  return <NextStep>{t(own.mayAppeal ? 'own.nextAppeal' : 'own.nextFailed', { date })}</NextStep>;
};

/** Her points beside the pass marks, once they are published. */
export const MyResult = ({ registration: own }: { registration: OwnRegistration }) => {
  const { t } = useTranslation('evaluation');
  if (!own.isTold) {
    return (
      <Section title={t('own.result')}>
        <p>{t('own.notTold')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('own.result')}>
      <DefinitionList
        items={[
          [t('field.theory'), t('own.passMark', { points: own.theoryPoints ?? NOTHING, pass: own.theoryPass })],
          [t('field.practical'), t('own.passMark', { points: own.practicalPoints ?? NOTHING, pass: own.practicalPass })],
          [t('field.result'), t(`candidateStatus.${own.candidateStatus}`)],
          own.creditBankNo ? [t('field.credit'), own.creditBankNo] : null,
          own.certificateNo ? [t('field.certificateNo'), own.certificateNo] : null,
        ]}
      />
    </Section>
  );
};
