import { useTranslation } from 'react-i18next';
import type { CertificateContent } from '~/domain/completion/closing';
import type { CompletionStatus } from '~/domain/completion/completion';
import { formatDays, formatHoursShort } from '~/i18n/format';
import classes from './certificate.module.css';
import { QrImage } from './qr-image';
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
      <div className={classes.foot}>
        <div className={classes.check}>
          <QrImage src={qr} alt={t('paper.qr', { value: verifyUrl })} size={104} />
          <div>
            {t('paper.scan')}
            <br />
            {t('paper.code', { value: publicCode })}
            <br />
            {t('paper.class', { value: content.classCode })}
          </div>
        </div>
        <p className={classes.issuer}>
          {content.providerName}
          <br />
          <span className={classes.seal}>{t('paper.seal')}</span>
          <br />
          {issuedOn}
        </p>
      </div>
      {isDemo && <p className={classes.demo}>{t('paper.demo')}</p>}
      {status !== 'valid' && (
        <p className={classes.mark} aria-hidden="true">
          {t(`status.${status}`)}
        </p>
      )}
    </article>
  );
};
