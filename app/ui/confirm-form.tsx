import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { TextArea } from './fields';
import { Form, FormActions } from './form';
import classes from './form.module.css';
import { useProblem } from './form-state';

interface ConfirmFormProps {
  /** What the button says before and after opening. */
  label: ReactNode;
  /** What happens to whom. */
  explanation?: ReactNode;
  action?: string;
  intent?: string;
  /** Tells apart several of these forms on one page; the intent does where each has its own. */
  name?: string;
  /** Hidden values to send along. */
  values?: Readonly<Record<string, string>>;
  /** Ask for a reason (the field is called `reason`); on unless switched off. */
  reason?: boolean;
  danger?: boolean;
  children?: ReactNode;
}

/** A step that cannot be taken by a slip: opens first, then asks why. Works without JavaScript. */
export const ConfirmForm = ({
  label,
  explanation,
  action,
  intent,
  name,
  values = {},
  reason = true,
  danger,
  children,
}: ConfirmFormProps) => {
  const { t } = useTranslation();
  const form = name ?? intent;
  const refused = useProblem(form) !== undefined;
  return (
    <details open={refused || undefined} className={classes.confirm} data-danger={danger || undefined}>
      <summary>{label}</summary>
      <div className={classes.confirmBody}>
        {explanation && <p>{explanation}</p>}
        <Form name={form} action={action}>
          {Object.entries(values).map(([key, value]) => (
            <input key={key} type="hidden" name={key} value={value} />
          ))}
          {children}
          {reason && <TextArea name="reason" label={t('field.reason')} hint={t('field.reasonHint')} rows={3} maxLength={500} />}
          <FormActions>
            <SubmitButton intent={intent} emphasis={danger ? 'danger' : 'main'}>
              {label}
            </SubmitButton>
          </FormActions>
        </Form>
      </div>
    </details>
  );
};
