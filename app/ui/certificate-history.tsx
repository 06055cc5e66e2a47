import { useTranslation } from 'react-i18next';
import type { HistoryKind, HistoryStep } from '~/domain/certificate/shown';
import { formatDate } from '~/i18n/format';
import { paths } from '~/web/paths';
import type { Tone } from './status-badge';
import { Timeline } from './timeline';

const TONES: Readonly<Record<HistoryKind, Tone>> = {
  entered: 'off',
  edited: 'off',
  submitted: 'wait',
  recalled: 'off',
  checked: 'on',
  verified: 'good',
  rejected: 'bad',
  revoked: 'bad',
};

/** What happened to a certificate, receipts included. `receipts`: whoever looks may open the screenshots. */
export const CertificateHistory = ({ steps, receipts }: { steps: readonly HistoryStep[]; receipts?: boolean }) => {
  const { t } = useTranslation('certificate');
  const said = ({ check, reason, revokedOn }: HistoryStep): string =>
    [
      revokedOn && t('history.fromDay', { date: formatDate(revokedOn) }),
      reason,
      check && t('history.checkDetail', { channel: t(`channel.${check.channel}`), date: formatDate(check.checkedOn) }),
      check?.note,
    ]
      .filter(Boolean)
      .join(' · ');
  const detail = (step: HistoryStep) => {
    const receipt = receipts ? step.check?.fileId : null;
    if (!receipt) return said(step) || undefined;
    return (
      <>
        {said(step)}{' '}
        <a href={paths.certificateFile(receipt)} target="_blank" rel="noreferrer">
          {t('review.receiptOpen')}
        </a>
      </>
    );
  };
  return (
    <Timeline
      label={t('page.history')}
      items={steps.map((step) => ({
        id: step.id,
        at: step.at,
        tone: TONES[step.kind],
        title: step.check ? t('history.checked', { result: t(`result.${step.check.result}`) }) : t(`history.${step.kind}`, { result: '' }),
        by: step.by ?? (step.kind === 'checked' || step.kind === 'verified' || step.kind === 'rejected' ? undefined : t('history.self')),
        detail: detail(step),
      }))}
    />
  );
};
