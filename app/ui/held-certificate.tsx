import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { CertificateStatus, ShownStatus } from '~/domain/certificate/certificate';
import type { CertificateProblem } from '~/domain/certificate/problem';
import type { CertificateVerdict, HistoryStep } from '~/domain/certificate/shown';
import { formatDate } from '~/i18n/format';
import { LinkButton } from './button';
import { CertificateCopies, type CopyFile } from './certificate-copies';
import { CertificateFacts, type CertificateShown, CertificateVerdictLine } from './certificate-facts';
import { CertificateHistory } from './certificate-history';
import { ConfirmForm } from './confirm-form';
import { NextStep } from './next-step';
import { Notice } from './notice';
import { Row, Section } from './page';
import { useDistrictName } from './use-district-name';

export interface HeldDetails {
  certificate: CertificateShown & {
    id: string;
    stored: CertificateStatus;
    status: ShownStatus;
    revokedOn: string | null;
    decisionReason: string | null;
    replacesId: string | null;
  };
  holder: { name: string };
  files: CopyFile[];
  history: HistoryStep[];
  verdict: CertificateVerdict | null;
  submitter: string | null;
  correctedBy: string[];
  problems: CertificateProblem[];
  standsAlready: boolean;
  mayChange: boolean;
  mayRecall: boolean;
}

interface HeldProps {
  details: HeldDetails;
  /** Address of another certificate on the same side. */
  to: (certificateId: string) => string;
  /** Where a correction is begun; and, where one has ended, the new certificate. */
  correct: string;
  renew: string;
}

/** What the side that holds or entered a certificate sees of it: state, worth, facts, photos, history. */
export const HeldCertificate = ({ details, to, correct, renew }: HeldProps) => {
  const { certificate: held, files, holder, history, verdict, submitter } = details;
  const { t } = useTranslation('certificate');
  return (
    <>
      <WhatNext {...{ details, correct }} />
      {(held.status === 'rejected' || held.status === 'revoked') && (
        <Notice tone="bad" title={t('page.reason')}>
          {[held.revokedOn && t('page.revokedFrom', { date: held.revokedOn }), held.decisionReason].filter(Boolean).join('：')}
        </Notice>
      )}
      <CertificateVerdictLine verdict={verdict} />
      <Section title={t('page.facts')}>
        <CertificateFacts certificate={held} submitter={submitter} holder={[[t('field.holder'), holder.name]]} />
        {held.replacesId && (
          <p>
            {t('page.corrects')} <Link to={to(held.replacesId)}>{t('page.correctsLink')}</Link>
          </p>
        )}
        {details.correctedBy[0] && <Link to={to(details.correctedBy[0])}>{t('page.correctedBy')}</Link>}
      </Section>
      <Section title={t('page.copies')}>
        <CertificateCopies files={files} holder={holder.name} />
      </Section>
      <Section title={t('page.history')}>
        <CertificateHistory steps={history} />
      </Section>
      <Row>
        {details.mayRecall && <ConfirmForm intent="recall" label={t('page.recall')} explanation={t('page.recallText')} reason={false} />}
        {held.status === 'verified' && details.mayChange && (
          <LinkButton to={correct} emphasis="quiet">
            {t('entry.correct')}
          </LinkButton>
        )}
        {(held.status === 'expired' || held.status === 'revoked') && (
          <LinkButton to={renew} emphasis="second">
            {t('mine.add')}
          </LinkButton>
        )}
      </Row>
    </>
  );
};

const WhatNext = ({ details, correct }: { details: HeldDetails; correct: string }) => {
  const { certificate: held, correctedBy } = details;
  const { t } = useTranslation('certificate');
  const district = useDistrictName();
  switch (held.status) {
    case 'submitted':
      return <NextStep>{t('page.nextSubmitted', { district: district(held.districtCode) })}</NextStep>;
    case 'verified':
      return (
        <NextStep>{held.validUntil ? t('page.nextVerifiedUntil', { date: formatDate(held.validUntil) }) : t('page.nextVerified')}</NextStep>
      );
    case 'expired':
      return <NextStep>{t('page.nextExpired')}</NextStep>;
    case 'revoked':
      return <NextStep>{t('page.nextRevoked')}</NextStep>;
    case 'rejected':
      return correctedBy.length > 0 ? (
        <NextStep>{t('page.correctedBy')}</NextStep>
      ) : (
        <NextStep to={correct} action={t('page.correct')}>
          {t('page.nextRejected')}
        </NextStep>
      );
    default:
      return null;
  }
};
