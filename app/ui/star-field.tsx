import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FEEDBACK_POINTS } from '~/domain/completion/feedback';
import form from './form.module.css';
import { useField } from './form-state';
import classes from './star-field.module.css';

/** One to five stars: radio buttons, so that keyboard, screen reader and a browser without JavaScript know them. */
export const StarField = ({ name, label, hint }: { name: string; label: ReactNode; hint?: ReactNode }) => {
  const { t } = useTranslation('feedback');
  const { id, error, typed } = useField(name);
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className={form.group} id={id} tabIndex={-1} aria-describedby={about}>
      <legend>{label}</legend>
      {hint && (
        <p className={form.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={classes.stars}>
        {FEEDBACK_POINTS.map((points) => (
          <label key={points} className={classes.star}>
            <input type="radio" name={name} value={points} defaultChecked={typed?.[0] === String(points)} />
            <span aria-hidden="true" className={classes.sign} />
            <span className="visually-hidden">{t(`points.${points}`)}</span>
            <small aria-hidden="true">{points}</small>
          </label>
        ))}
      </div>
      {error && (
        <p className={form.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
};
