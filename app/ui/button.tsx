import { Button, type ButtonProps } from '@mantine/core';
import { Link, useNavigation } from '@remix-run/react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

export type Emphasis = 'main' | 'second' | 'quiet' | 'danger';

const look: Readonly<Record<Emphasis, Pick<ButtonProps, 'variant' | 'color'>>> = {
  main: { variant: 'filled' },
  second: { variant: 'default' },
  quiet: { variant: 'subtle' },
  danger: { variant: 'filled', color: '#b3261e' },
};

interface LinkButtonProps {
  to: string;
  emphasis?: Emphasis;
  small?: boolean;
  children: ReactNode;
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export const LinkButton = ({ to, emphasis = 'main', small, children }: LinkButtonProps) => (
  <Button component={Link} to={to} size={small ? 'sm' : undefined} {...look[emphasis]}>
    {children}
  </Button>
);

interface SubmitButtonProps {
  /** Sent as `intent` when the form has several buttons. */
  intent?: string;
  name?: string;
  value?: string;
  emphasis?: Emphasis;
  small?: boolean;
  /** Id of the form when the button stands outside it. */
  form?: string;
  children: ReactNode;
}

/** Sends its form once: asleep while something is being sent. */
export const SubmitButton = ({ intent, name, value, emphasis = 'main', small, form, children }: SubmitButtonProps) => {
  const { t } = useTranslation();
  const { state, formData } = useNavigation();
  const field = intent === undefined ? name : 'intent';
  const sending = state !== 'idle' && formData !== undefined;
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    if (!sending) setPressed(false);
  }, [sending]);
  return (
    <Button
      type="submit"
      name={field}
      value={field === undefined ? undefined : (intent ?? value ?? '')}
      onClick={() => setPressed(true)}
      form={form}
      disabled={sending}
      size={small ? 'sm' : undefined}
      {...look[emphasis]}
    >
      {sending && pressed ? t('action.submitting') : children}
    </Button>
  );
};

/** Pressing Enter in a field takes a form's first button: put this one first where others stand before the main one. */
export const DefaultButton = ({ intent }: { intent: string }) => (
  <button type="submit" name="intent" value={intent} className="visually-hidden" tabIndex={-1} aria-hidden="true" />
);
