import { useTranslation } from 'react-i18next';
import type { CertificateContent } from '~/domain/completion/closing';
import type { CompletionStatus } from '~/domain/completion/completion';
import { formatDays, formatHoursShort } from '~/i18n/format';
import classes from './certificate.module.css';
import { PaperFoot } from './paper-foot';
import { useLanguage } from './use-words';

interface PaperProps {
  content: CertificateContent;
  number: string;
  publicCode: string;
  issuedOn: string;
  status: CompletionStatus;
  isDemo: boolean;
  /** Address that the QR code opens, and its picture. */
  verifyUrl: string;
  qr: string;
  layout: 'landscape' | 'portrait';
}

/** The completion certificate 结业证书 as it is printed: everything on it was frozen when it was issued. */
export const CertificatePaper = ({ content, number, publicCode, issuedOn, status, isDemo, verifyUrl, qr, layout }: PaperProps) => {
  const { t } = useTranslation(['completion', 'course']);
  const language = useLanguage();
  const text = t('paper.text', {
    name: content.name,
    idNumber: content.idNumberMasked,
    days: formatDays(content.startsOn, content.endsOn, language),
    course: content.courseTitle,
    category: t(`course:category.${content.category}`),
    hours: formatHoursShort(content.theoryMinutes + content.practiceMinutes, language),
    theory: content.theoryMinutes,
    practice: content.practiceMinutes,
    completed: content.completedOn,
  });
  return (
    <article className={classes.paper} data-layout={layout}>
      <h2 className={classes.heading}>{t('certificate')}</h2>
      <p className={classes.number}>{t('paper.number', { value: number })}</p>
      <div className={classes.text}>
        <p>{text}</p>
      </div>
      <PaperFoot
        publicCode={publicCode}
        verifyUrl={verifyUrl}
        qr={qr}
        classCode={content.classCode}
        issuer={content.providerName}
        issuedOn={issuedOn}
      />
      {isDemo && <p className={classes.demo}>{t('paper.demo')}</p>}
      {status !== 'valid' && (
        <p className={classes.mark} aria-hidden="true">
          {t(`status.${status}`)}
        </p>
      )}
    </article>
  );
};
