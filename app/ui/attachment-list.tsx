import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '~/i18n/format';
import { paths } from '~/web/paths';
import classes from './course.module.css';

export interface AttachmentRow {
  id: string;
  fileName: string;
  sizeBytes: number;
}

interface AttachmentListProps {
  courseId: string;
  files: readonly AttachmentRow[];
  /** What may be done with a file, beside it. */
  tools?: (file: AttachmentRow) => ReactNode;
}

export const AttachmentList = ({ courseId, files, tools }: AttachmentListProps) => {
  const { t } = useTranslation('course');
  if (files.length === 0) return <p>{t('attachment.none')}</p>;
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={paths.courseAttachment(courseId, file.id)} download>
            {file.fileName}
          </a>
          <span className={classes.code}>{formatBytes(file.sizeBytes)}</span>
          {tools?.(file)}
        </li>
      ))}
    </ul>
  );
};
