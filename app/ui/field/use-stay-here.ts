import { useEffect, useState } from 'react';

/** Without a network a link elsewhere would only end on the browser's own error page: it is held back. True while one was. */
export function useStayHere(online: boolean): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    setHeld(false);
    if (online) return;
    const stop = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.hash !== '' || link.target !== '') return;
      event.preventDefault();
      event.stopPropagation();
      setHeld(true);
    };
    document.addEventListener('click', stop, true);
    return () => document.removeEventListener('click', stop, true);
  }, [online]);
  return held;
}
