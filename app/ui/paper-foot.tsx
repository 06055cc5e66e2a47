import { useTranslation } from 'react-i18next';
import classes from './certificate.module.css';
import { QrImage } from './qr-image';

interface FootProps {
  publicCode: string;
  /** Address that the QR code opens, and its picture. */
  verifyUrl: string;
  qr: string;
  classCode?: string;
  issuer: string;
  issuedOn: string;
}

/** The foot of a printed certificate: how to check it, who gave it and when. */
export const PaperFoot = ({ publicCode, verifyUrl, qr, classCode, issuer, issuedOn }: FootProps) => {
  const { t } = useTranslation('completion');
  return (
    <div className={classes.foot}>
      <div className={classes.check}>
        <QrImage src={qr} alt={t('paper.qr', { value: verifyUrl })} size={104} />
        <div>
          {t('paper.scan')}
          <br />
          {t('paper.code', { value: publicCode })}
          {classCode && (
            <>
              <br />
              {t('paper.class', { value: classCode })}
            </>
          )}
        </div>
      </div>
      <p className={classes.issuer}>
        {issuer}
        <br />
        <span className={classes.seal}>{t('paper.seal')}</span>
        <br />
        {issuedOn}
      </p>
    </div>
  );
};
