import { Link, useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './page.module.css';

interface Tab {
  to: string;
  label: ReactNode;
  count?: number;
  /** Decides by itself when the address alone does not (a tab in the query). */
  current?: boolean;
}

/** Views of one thing as links: they work without JavaScript and can be sent to somebody. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => {
  const { pathname, search } = useLocation();
  const here = (tab: Tab) => tab.current ?? (tab.to.includes('?') ? tab.to === pathname + search : tab.to === pathname);
  const list = useRef<HTMLUListElement>(null);
  const current = tabs.findIndex(here);
  // On a phone the row scrolls: the tab one is at must not lie outside of it.
  useEffect(() => {
    const tab = list.current?.children[current];
    if (list.current && tab instanceof HTMLElement) list.current.scrollLeft = tab.offsetLeft - list.current.offsetLeft - 16;
  }, [current]);
  return (
    <nav aria-label={label} data-print="no">
      <ul className={classes.tabList} ref={list}>
        {tabs.map((tab, at) => (
          <li key={tab.to}>
            <Link to={tab.to} aria-current={at === current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className="numeric"> ({tab.count})</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
