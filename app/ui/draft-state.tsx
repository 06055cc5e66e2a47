import { useTranslation } from 'react-i18next';
import { CertificateVerdictLine } from './certificate-facts';
import { CertificateProblems } from './certificate-problems';
import type { HeldDetails } from './held-certificate';
import { Notice } from './notice';
import { Stack } from './page';

/** What keeps a draft from being handed in, or that nothing does. */
export const DraftState = ({ details }: { details: HeldDetails }) => {
  const { t } = useTranslation(['certificate', 'refusals']);
  const { problems, files, standsAlready, verdict } = details;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const doubts = problems.filter(({ severity }) => severity === 'warning');
  const hasCopy = files.some(({ purpose }) => purpose === 'copy');
  const stopped = errors.length > 0 || standsAlready;
  return (
    <Stack>
      {stopped && (
        <Notice tone="bad" title={t('page.mustMend')}>
          {standsAlready ? t('refusals:certificate_stands_already') : null}
          <CertificateProblems problems={errors} />
        </Notice>
      )}
      {!stopped && !hasCopy && <Notice tone="warn">{t('page.readyNoCopy')}</Notice>}
      {!stopped && hasCopy && <Notice tone="good">{t('page.ready')}</Notice>}
      {doubts.length > 0 && (
        <Notice tone="warn" title={t('page.lookTwice')}>
          <CertificateProblems problems={doubts} />
        </Notice>
      )}
      <CertificateVerdictLine verdict={verdict} />
    </Stack>
  );
};
