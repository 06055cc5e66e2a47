import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import type { SiteDetails } from '~/web/site';
import classes from './shell.module.css';

const DETAILS = ['host', 'organiser', 'phone', 'siteCode', 'icp', 'police'] as const;

/** What a government site states at its foot; a part that nobody configured is left out, never invented. */
export const SiteFooter = ({ site }: { site: SiteDetails }) => {
  const { t } = useTranslation();
  const stated = DETAILS.filter((name) => site[name] !== '');
  const links = [
    [paths.siteMap(), t('footer.siteMap')],
    [paths.counting(), t('footer.counting')],
    [paths.privacy(), t('footer.privacy')],
    [paths.accessibility(), t('footer.accessibility')],
  ] as const;
  return (
    <footer className={classes.footer}>
      <div>
        <nav aria-label={t('footer.label')}>
          <ul>
            {links.map(([to, label]) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ul>
        </nav>
        {stated.length > 0 && (
          <ul>
            {stated.map((name) => (
              <li key={name}>{t(`footer.${name}`, { value: site[name] })}</li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
};
