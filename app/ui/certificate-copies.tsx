import { useTranslation } from 'react-i18next';
import { formatBytes } from '~/i18n/format';
import { paths } from '~/web/paths';
import { SubmitButton } from './button';
import classes from './certificates.module.css';
import { Form } from './form';

export interface CopyFile {
  id: string;
  purpose: 'copy' | 'receipt';
  name: string;
  mediaType: string;
  bytes: number;
}

/** The photos of a certificate as they were handed in, a PDF in a frame of its own; each can be opened larger. */
export const CertificateCopies = ({ files, holder, removable }: { files: readonly CopyFile[]; holder: string; removable?: boolean }) => {
  const { t } = useTranslation('certificate');
  const copies = files.filter(({ purpose }) => purpose === 'copy');
  if (copies.length === 0) return <p>{t('page.noCopies')}</p>;
  return (
    <div className={classes.copies}>
      {copies.map((file) => {
        const address = paths.certificateFile(file.id);
        const label = t('page.copyOf', { holder, name: file.name });
        const isPdf = file.mediaType === 'application/pdf';
        return (
          <figure key={file.id} className={classes.copy}>
            {isPdf ? <iframe src={`${address}#view=FitH&navpanes=0`} title={label} loading="lazy" /> : <img src={address} alt={label} />}
            <figcaption>
              <a href={address} target="_blank" rel="noreferrer">
                {isPdf ? t('page.openPdf') : t('page.openCopy', { name: file.name })}
              </a>
              <span>{formatBytes(file.bytes)}</span>
              {removable && (
                <Form name={`remove-${file.id}`}>
                  <input type="hidden" name="fileId" value={file.id} />
                  <SubmitButton intent="removeCopy" emphasis="quiet" small>
                    {t('page.removeCopy')}
                  </SubmitButton>
                </Form>
              )}
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
};
