import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '~/i18n/format';
import classes from './form.module.css';
import { useField } from './form-state';

interface FileFieldProps {
  name: string;
  label: ReactNode;
  /** As for `<input accept>`: `.pdf,.docx`. */
  accept: string;
  maxBytes: number;
  multiple?: boolean;
}

/** The browser's own file button; its form must be `multipart`. */
export const FileField = ({ name, label, accept, maxBytes, multiple }: FileFieldProps) => {
  const { t } = useTranslation();
  const { id, error } = useField(name);
  return (
    <div className={classes.group}>
      <label htmlFor={id}>{label}</label>
      <p className={classes.hint} id={`${id}-hint`}>
        {t('field.file', { types: accept.replaceAll(',', ' '), size: formatBytes(maxBytes) })}
      </p>
      <input
        className={classes.file}
        type="file"
        {...{ id, name, accept, multiple }}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
      />
      {error && (
        <p className={classes.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
};
