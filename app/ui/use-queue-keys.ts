import { useEffect } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, iframe') !== null;

const follow = (selector: string): void => document.querySelector<HTMLAnchorElement>(selector)?.click();

/** On the list: J and K move from line to line, Enter opens by itself. */
const moveInList = (step: number): void => {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-queue-row]')];
  const at = lines.findIndex((line) => line.matches(':focus'));
  lines[Math.min(Math.max(at + step, 0), lines.length - 1)]?.focus();
};

/** The keys of the verification queue: comfort beside links that work without them. */
export const useQueueKeys = (where: 'list' | 'review'): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      if (where === 'list') {
        if (event.key === 'j') moveInList(1);
        if (event.key === 'k') moveInList(-1);
        return;
      }
      if (event.key === 'j') follow('a[data-queue="next"]');
      if (event.key === 'k') follow('a[data-queue="previous"]');
      if (event.key === 'u') follow('a[data-queue="back"]');
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [where]);
};
