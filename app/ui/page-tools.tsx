import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** True once the page is alive: what needs JavaScript is not offered before. */
const useAlive = (): boolean => {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return alive;
};

export const PrintButton = ({ children }: { children?: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Button variant="default" onClick={() => window.print()} disabled={!useAlive()} data-print="no">
      {children ?? t('action.print')}
    </Button>
  );
};

/** Copies a code or an address, and says so. */
export const CopyButton = ({ text, children }: { text: string; children?: ReactNode }) => {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(setCopied, 3000, false);
  };
  return (
    <Button variant="default" size="sm" onClick={copy} disabled={!useAlive()} data-print="no">
      <span aria-live="polite">{copied ? t('action.copied') : (children ?? t('action.copy'))}</span>
    </Button>
  );
};

/** A file made by the server; the browser saves it and stays on the page. */
export const ExportLink = ({ to, children }: { to: string; children?: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Button component="a" href={to} download variant="default" data-print="no">
      {children ?? t('action.export')}
    </Button>
  );
};
