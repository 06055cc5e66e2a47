import { useTranslation } from 'react-i18next';
import type { PostTrainingContent } from '~/domain/completion/post-training';
import { formatHoursShort } from '~/i18n/format';
import classes from './certificate.module.css';
import { PaperFoot } from './paper-foot';
import { useLanguage } from './use-words';

interface PaperProps {
  content: PostTrainingContent;
  number: string;
  publicCode: string;
  issuedOn: string;
  isRevoked: boolean;
  isDemo: boolean;
  verifyUrl: string;
  qr: string;
}

/** The 岗位培训合格证 as it is printed: everything on it was frozen when it was issued. */
export const PostTrainingPaper = ({ content, number, publicCode, issuedOn, isRevoked, isDemo, verifyUrl, qr }: PaperProps) => {
  const { t } = useTranslation(['completion', 'course']);
  const language = useLanguage();
  const hours = (minutes: number) => formatHoursShort(minutes, language);
  const text = t('postTraining.text', {
    name: content.name,
    idNumber: content.idNumberMasked,
    category: t(`course:category.${content.category}`),
    hours: hours(content.theoryMinutes + content.practiceMinutes),
    theory: hours(content.theoryMinutes),
    practice: hours(content.practiceMinutes),
    outline: content.outlineTitle,
    version: content.outlineVersion,
  });
  return (
    <article className={classes.paper} data-layout="landscape">
      <h2 className={classes.heading}>{t('postTraining.certificate')}</h2>
      <p className={classes.number}>{t('paper.number', { value: number })}</p>
      <div className={classes.text}>
        <p>{text}</p>
      </div>
      <PaperFoot publicCode={publicCode} verifyUrl={verifyUrl} qr={qr} issuer={content.issuerName} issuedOn={issuedOn} />
      {isDemo && <p className={classes.demo}>{t('paper.demo')}</p>}
      {isRevoked && (
        <p className={classes.mark} aria-hidden="true">
          {t('status.revoked')}
        </p>
      )}
    </article>
  );
};
