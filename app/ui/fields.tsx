import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './form.module.css';
import { useField } from './form-state';
import { usePunctuation } from './use-punctuation';

interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Everything is required unless said otherwise. */
  optional?: boolean;
  defaultValue?: string | number | null;
  disabled?: boolean;
}

interface TextFieldProps extends FieldProps {
  placeholder?: string;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search';
  maxLength?: number;
  type?: 'text' | 'date' | 'time' | 'search' | 'tel' | 'email';
  min?: string;
  max?: string;
}

const useProps = ({ name, label, hint, optional, defaultValue, disabled }: FieldProps) => {
  const { t } = useTranslation();
  const marks = usePunctuation();
  const { id, error, typed, searching } = useField(name);
  return {
    id,
    name,
    error,
    disabled,
    label:
      optional && !searching ? (
        <>
          {label} <span className={classes.optional}>{marks.aside(t('field.optional')).trim()}</span>
        </>
      ) : (
        label
      ),
    description: hint,
    size: 'md',
    'aria-required': searching ? undefined : !optional,
    // Without JavaScript the page comes back: then what was typed stands before what is stored.
    defaultValue: typed ? (typed[0] ?? '') : (defaultValue ?? ''),
  } as const;
};

/** One line of text. */
export const TextField = (props: TextFieldProps) => {
  const { placeholder, autoComplete = 'off', inputMode, maxLength, type = 'text', min, max } = props;
  const rest = { placeholder, autoComplete, inputMode, maxLength, type, min, max };
  return <TextInput {...useProps(props)} {...rest} />;
};

/** A calendar date, the browser's own picker: `YYYY-MM-DD`. */
export const DateField = (props: Omit<TextFieldProps, 'type' | 'inputMode'>) => <TextField {...props} type="date" />;

/** A time of day in Beijing: `HH:MM`. */
export const TimeField = (props: Omit<TextFieldProps, 'type' | 'inputMode'>) => <TextField {...props} type="time" />;

/** A number typed as text, so that a wrong one is explained in words instead of vanishing. */
export const NumberField = ({ decimal, ...props }: Omit<TextFieldProps, 'type' | 'inputMode'> & { decimal?: boolean }) => (
  <TextField {...props} inputMode={decimal ? 'decimal' : 'numeric'} />
);

/** Several lines of text. */
export const TextArea = ({ rows = 4, maxLength, ...props }: FieldProps & { rows?: number; maxLength?: number }) => (
  <Textarea {...useProps(props)} rows={rows} maxLength={maxLength} autoComplete="off" />
);

export interface Choice {
  value: string;
  label: string;
  disabled?: boolean;
}

/** One of many: the platform's own list, good on phones. `placeholder` is the empty choice. */
export const SelectField = ({ options, placeholder, ...props }: FieldProps & { options: readonly Choice[]; placeholder?: string }) => {
  const { t } = useTranslation();
  const field = useProps(props);
  const empty = placeholder ?? (props.optional ? t('action.all') : t('action.choose'));
  return (
    <NativeSelect {...field} key={String(field.defaultValue)}>
      <option value="">{empty}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
};

/** Never filled in again by the server. */
export const PasswordField = ({ autoComplete, ...props }: FieldProps & { autoComplete: 'current-password' | 'new-password' }) => {
  const { t } = useTranslation();
  const { defaultValue: _never, ...field } = useProps(props);
  return <PasswordInput {...field} autoComplete={autoComplete} visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }} />;
};
