import { useLocation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** After a move inside the site: tells screen readers the new page and puts the focus at its start. */
export const PageAnnouncer = () => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const before = useRef(pathname);
  const [title, setTitle] = useState('');
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    setTitle(document.title);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="visually-hidden" aria-live="polite">
      {title && t('page.loaded', { title })}
    </div>
  );
};
