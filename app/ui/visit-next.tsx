import { useTranslation } from 'react-i18next';
import type { FindingStatus, VisitStatus } from '~/domain/health-care/visit';
import { paths } from '~/web/paths';
import { NextStep } from './next-step';

interface VisitNextProps {
  visit: { id: string; status: VisitStatus; isLate: boolean };
  findings: readonly { status: FindingStatus }[];
  mayAct: boolean;
  /** Of the reader's own organisation: she can record it. */
  isOwn: boolean;
  isInstitution: boolean;
}

/** What somebody who reads a visit has to do about it. */
export const VisitNext = ({ visit, findings, mayAct, isOwn, isInstitution }: VisitNextProps) => {
  const { t } = useTranslation('visit');
  const number = (status: FindingStatus) => findings.filter((finding) => finding.status === status).length;
  const [open, answered] = [number('open'), number('answered')];
  if (visit.status === 'cancelled') return <NextStep>{t('page.ofCancelled')}</NextStep>;
  if (visit.status === 'closed') return <NextStep>{t('page.done')}</NextStep>;
  if (!mayAct) return isInstitution && visit.status === 'recorded' ? <NextStep>{t('page.ofInstitution')}</NextStep> : null;
  if (visit.status === 'planned')
    return isOwn ? (
      <NextStep to={paths.visitField({ visit: visit.id })} action={t('page.record')}>
        {t(visit.isLate ? 'page.nextLate' : 'page.nextRecord')}
      </NextStep>
    ) : null;
  if (answered > 0)
    return (
      <NextStep to="#findings" action={t('page.open')}>
        {t('page.nextAnswered', { count: answered })}
      </NextStep>
    );
  if (open > 0) return <NextStep>{t('page.nextWait', { count: open })}</NextStep>;
  return (
    <NextStep to="#close" action={t('page.close')}>
      {t('page.nextClose')}
    </NextStep>
  );
};
