import { Link, NavLink, useLocation } from '@remix-run/react';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '~/domain/shared/actor';
import { FIELD_CACHE, paths } from '~/web/paths';
import type { Viewer } from '~/web/viewer';
import { DisplaySwitches } from './display-switches';
import { Icon } from './icons';
import { navigationOf } from './navigation';
import classes from './shell.module.css';
import { useWords } from './use-words';

/** Roles of organisations whose systems may talk to the platform. */
const HOLDS_KEYS: readonly Role[] = ['institution_admin', 'provider_staff', 'evaluator'];

/** Whoever signs out leaves no page behind that opens without a sign-in; what waits there to be sent stays, for her alone. */
const forgetFieldPage = (): void => {
  if ('caches' in window) void caches.delete(FIELD_CACHE);
};

type SignedInViewer = Extract<Viewer, { signedIn: true }>;

/** A `<details>` that works without JavaScript; with it, Escape, a click elsewhere and going on close it. */
const Menu = ({ label, summary, className, children }: { label: string; summary: ReactNode; className?: string; children: ReactNode }) => {
  const ref = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    const close = (event: Event) => {
      const menu = ref.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.open = false;
        menu.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details key={key} ref={ref} className={`${classes.menu} ${className ?? ''}`}>
      <summary className={classes.menuButton} aria-label={label}>
        {summary}
      </summary>
      <div className={classes.sheet}>{children}</div>
    </details>
  );
};

export const AccountMenu = ({ viewer }: { viewer: SignedInViewer }) => {
  const { t } = useTranslation();
  return (
    <Menu
      label={`${t('account.menu')} ${viewer.name}`}
      summary={
        <>
          <Icon name="person" />
          <span className={classes.wide}>{viewer.name}</span>
          {viewer.unread > 0 && <span className={classes.count}>{viewer.unread}</span>}
          <Icon name="down" size="1em" />
        </>
      }
    >
      <p>
        {t('account.current')} {t(`role.${viewer.role}`)}
        {viewer.organisationName && <> · {viewer.organisationName}</>}
      </p>
      <RoleSwitch viewer={viewer} />
      <Link className={classes.entry} to={paths.inbox()}>
        {t('nav.inbox')} {viewer.unread > 0 && <small>{t('account.unread', { n: viewer.unread })}</small>}
      </Link>
      <Link className={classes.entry} to={paths.account()}>
        {t('nav.account')}
      </Link>
      {HOLDS_KEYS.includes(viewer.role) && (
        <Link className={classes.entry} to={paths.ownClients()}>
          {t('nav.clients')}
        </Link>
      )}
      <form method="post" action={paths.signOut()} onSubmit={forgetFieldPage}>
        <button className={classes.entry} type="submit">
          {t('account.signOut')}
        </button>
      </form>
    </Menu>
  );
};

const RoleSwitch = ({ viewer }: { viewer: SignedInViewer }) => {
  const { t } = useTranslation();
  const others = viewer.roles.filter((role) => !role.current);
  if (others.length === 0) return null;
  return (
    <form method="post" action={paths.switchRole()} onSubmit={forgetFieldPage}>
      <p>{t('account.switchTo')}</p>
      {others.map((other) => (
        <button key={other.id} className={classes.entry} type="submit" name="membership" value={other.id}>
          {t(`role.${other.role}`)}
          {other.organisationName && <small>{other.organisationName}</small>}
        </button>
      ))}
    </form>
  );
};

/** Navigation and display settings at phone width. */
export const PhoneMenu = ({ viewer, largeType }: { viewer: Viewer; largeType: boolean }) => {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Menu className={classes.phoneMenu} label={t('nav.menu')} summary={<Icon name="menu" size="1.5em" />}>
      <nav aria-label={t('nav.label')}>
        {navigationOf(viewer).map((entry) => (
          <Fragment key={entry.label}>
            {'items' in entry && <p>{words(entry.label)}</p>}
            {('items' in entry ? entry.items : [entry]).map((item) => (
              <NavLink key={item.to} className={classes.entry} to={item.to} end={item.exact}>
                {words(item.label)}
              </NavLink>
            ))}
          </Fragment>
        ))}
      </nav>
      {!viewer.signedIn && (
        <Link className={classes.entry} to={paths.register()}>
          {t('account.register')}
        </Link>
      )}
      <DisplaySwitches largeType={largeType} className="" />
    </Menu>
  );
};
