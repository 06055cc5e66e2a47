import { Link, NavLink, useLocation, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import type { SiteDetails } from '~/web/site';
import type { Viewer } from '~/web/viewer';
import { AccountMenu, PhoneMenu } from './account-menu';
import { DisplaySwitches } from './display-switches';
import { Icon } from './icons';
import { navigationOf, openGroup, TABS } from './navigation';
import classes from './shell.module.css';
import { SiteFooter } from './site-footer';
import { useWords } from './use-words';

interface ShellProps {
  viewer: Viewer;
  site: SiteDetails;
  largeType: boolean;
  demo: boolean;
  children: ReactNode;
}

/** What surrounds every page: skip link, head, navigation by role, the page, foot. */
export const Shell = ({ viewer, site, largeType, demo, children }: ShellProps) => {
  const { t } = useTranslation();
  const tabs = viewer.signedIn && viewer.role === 'trainee';
  return (
    <div className={`${classes.frame} ${tabs ? classes.withTabs : ''}`}>
      <a className={classes.skip} href="#main">
        {t('skipToContent')}
      </a>
      <NavigationProgress />
      <header className={classes.header}>
        {demo && <p className={classes.demo}>{t('demo')}</p>}
        <div className={classes.bar}>
          <Link className={classes.brand} to={paths.home()}>
            <img src="/favicon.svg" alt="" width="36" height="36" />
            <span>
              <span className={classes.name}>{t('product')}</span>
              <span className={classes.tagline}>{t('tagline')}</span>
            </span>
          </Link>
          <div className={classes.tools}>
            <DisplaySwitches largeType={largeType} />
            {viewer.signedIn ? (
              <AccountMenu viewer={viewer} />
            ) : (
              <NavLink className={classes.signIn} to={paths.signIn()}>
                {t('account.signIn')}
              </NavLink>
            )}
            <PhoneMenu viewer={viewer} largeType={largeType} />
          </div>
        </div>
        <MainNavigation viewer={viewer} />
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <SiteFooter site={site} />
      {tabs && <TabBar unread={viewer.unread} />}
    </div>
  );
};

const MainNavigation = ({ viewer }: { viewer: Viewer }) => {
  const { t } = useTranslation();
  const words = useWords();
  const { pathname } = useLocation();
  const entries = navigationOf(viewer);
  const open = openGroup(entries, pathname);
  return (
    <>
      <nav className={classes.nav} aria-label={t('nav.label')}>
        <ul>
          {entries.map((entry) => (
            <li key={entry.label}>
              {'items' in entry ? (
                <Link to={entry.items[0].to} aria-current={entry === open ? 'true' : undefined}>
                  {words(entry.label)}
                </Link>
              ) : (
                <NavLink to={entry.to} end={entry.exact}>
                  {words(entry.label)}
                </NavLink>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {open && open.items.length > 1 && (
        <nav className={classes.subnav} aria-label={words(open.label)}>
          <ul>
            {open.items.map((item) => (
              <li key={item.to}>
                <NavLink to={item.to} end={item.exact}>
                  {words(item.label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
};

const TabBar = ({ unread }: { unread: number }) => {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <nav className={classes.tabs} aria-label={t('nav.quick')}>
      <ul>
        {TABS.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end={tab.exact}>
              {tab.icon && <Icon name={tab.icon} size="1.5em" />}
              <span>{words(tab.label)}</span>
              {tab.icon === 'message' && unread > 0 && (
                <span className={classes.count} title={t('account.unread', { n: unread })}>
                  {unread}
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const NavigationProgress = () => (useNavigation().state === 'idle' ? null : <div className={classes.progress} />);
