import { useTranslation } from 'react-i18next';
import { expiryThreshold, type ShownStatus } from '~/domain/certificate/certificate';
import { formatDate } from '~/i18n/format';
import { paths } from '~/web/paths';
import { NextStep } from './next-step';

interface Mine {
  id: string;
  name: string;
  status: ShownStatus;
  validUntil: string | null;
  replacesId: string | null;
}

interface NextProps {
  certificates: readonly Mine[];
  today: string;
  /** Elsewhere than on the page of certificates: nothing where nothing is to be done. */
  quiet?: boolean;
}

/** The one thing to do first: finish a draft, mend what was not accepted, renew what is about to end. */
export const CertificateNextStep = ({ certificates, today, quiet }: NextProps) => {
  const { t } = useTranslation('certificate');
  const corrected = new Set(certificates.map(({ replacesId }) => replacesId));
  const first = (status: ShownStatus) => certificates.find((held) => held.status === status && !corrected.has(held.id));
  const draft = first('draft');
  const rejected = first('rejected');
  const ending = certificates.find(
    (held) => held.validUntil !== null && ['verified', 'expired'].includes(held.status) && expiryThreshold(held.validUntil, today) !== null,
  );
  const to = (held: { id: string }) => ({ to: paths.myCertificate(held.id), action: t('mine.open') });
  if (draft) return <NextStep {...to(draft)}>{t('mine.nextDraft', { name: draft.name })}</NextStep>;
  if (rejected) return <NextStep {...to(rejected)}>{t('mine.nextRejected', { name: rejected.name })}</NextStep>;
  if (ending) {
    const params = { name: ending.name, date: formatDate(ending.validUntil ?? today) };
    return (
      <NextStep {...to(ending)}>{ending.status === 'expired' ? t('mine.nextExpired', params) : t('mine.nextExpiring', params)}</NextStep>
    );
  }
  if (quiet) return null;
  const waiting = certificates.filter(({ status }) => status === 'submitted').length;
  if (waiting > 0) return <NextStep>{t('mine.nextWaiting', { count: waiting })}</NextStep>;
  return certificates.length === 0 ? (
    <NextStep to={paths.newMyCertificate()} action={t('mine.add')}>
      {t('mine.nextNone')}
    </NextStep>
  ) : (
    <NextStep>{t('mine.nextDone')}</NextStep>
  );
};
