import { useEffect, useState } from 'react';
import { isKept, type Kept, keepPage } from './keep-page';

/** Typing for so long counts as being there: the sign-in is told, and the kept page is fresh. */
const RENEW_MS = 5 * 60_000;

/** Keeps the page for a time without a network, now and while somebody types. */
export function useKeptPage(online: boolean): Kept | 'working' {
  const [kept, setKept] = useState<Kept | 'working'>('working');
  useEffect(() => {
    if (import.meta.env.DEV) return setKept('unsupported');
    if (!online) {
      void isKept().then((there) => setKept(there ? 'kept' : 'not_now'));
      return;
    }
    let last = Date.now();
    const renew = () => {
      last = Date.now();
      void keepPage().then(setKept);
    };
    const typed = () => {
      if (Date.now() - last > RENEW_MS) renew();
    };
    renew();
    document.addEventListener('input', typed);
    return () => document.removeEventListener('input', typed);
  }, [online]);
  return kept;
}
