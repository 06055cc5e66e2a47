import { Button } from '@mantine/core';
import { useLocation, useNavigation, useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import { restoreDraft, saveDraft } from './drafts';
import classes from './idle.module.css';

const MINUTE = 60_000;
const WARN_MINUTES = 2;
const CONTACT = 'last-contact';

type Phase = 'quiet' | 'warning' | 'ended';

/** Other tabs of the browser share the sign-in, so they share the time of the last contact. */
const lastContact = (): number => Number(localStorage.getItem(CONTACT) ?? Date.now());

/**
 * Warns before the sign-in goes idle, and keeps what was typed when it does. Typing counts as being
 * there: half-way through the time it lets the server know.
 */
export const IdleWarning = ({ idleMinutes, accountId }: { idleMinutes: number; accountId: string }) => {
  const { t } = useTranslation();
  const { pathname, search, key } = useLocation();
  const { state } = useNavigation();
  const { revalidate } = useRevalidator();
  const [phase, setPhase] = useState<Phase>('quiet');
  const [restored, setRestored] = useState(false);
  const typedAt = useRef(0);
  const dialog = useRef<HTMLDialogElement>(null);

  const stay = useCallback(() => {
    localStorage.setItem(CONTACT, String(Date.now()));
    revalidate();
    setPhase('quiet');
  }, [revalidate]);

  // Every answer of the server is a contact.
  useEffect(() => {
    if (state === 'idle' && key) localStorage.setItem(CONTACT, String(Date.now()));
  }, [state, key]);

  useEffect(() => {
    if (pathname) setRestored(restoreDraft(accountId));
  }, [accountId, pathname]);

  useEffect(() => {
    const check = () => {
      const idle = Date.now() - lastContact();
      if (idle >= idleMinutes * MINUTE) {
        saveDraft(accountId);
        setPhase('ended');
      } else if (typedAt.current > lastContact() && idle > (idleMinutes * MINUTE) / 2) stay();
      else setPhase(idle >= (idleMinutes - WARN_MINUTES) * MINUTE ? 'warning' : 'quiet');
    };
    const typed = () => {
      typedAt.current = Date.now();
    };
    const timer = setInterval(check, 5_000);
    document.addEventListener('input', typed);
    document.addEventListener('visibilitychange', check);
    return () => {
      clearInterval(timer);
      document.removeEventListener('input', typed);
      document.removeEventListener('visibilitychange', check);
    };
  }, [accountId, idleMinutes, stay]);

  useEffect(() => {
    if (phase === 'quiet') dialog.current?.close();
    else if (!dialog.current?.open) dialog.current?.showModal();
  }, [phase]);

  const ended = phase === 'ended';
  return (
    <>
      <dialog
        ref={dialog}
        className={classes.dialog}
        aria-labelledby="idle-title"
        onCancel={(event) => (ended ? event.preventDefault() : stay())}
      >
        <h2 id="idle-title">{ended ? t('idle.ended') : t('idle.title')}</h2>
        <p>{ended ? t('idle.endedText') : t('idle.warning', { minutes: WARN_MINUTES })}</p>
        {ended ? (
          <Button component="a" href={paths.signIn(pathname + search)}>
            {t('idle.signInAgain')}
          </Button>
        ) : (
          <Button onClick={stay}>{t('idle.stay')}</Button>
        )}
      </dialog>
      {restored && (
        <p className={classes.restored} role="status">
          {t('form.restored')}
        </p>
      )}
    </>
  );
};
