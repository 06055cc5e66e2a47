import { Link } from '@remix-run/react';
import { type CSSProperties, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page.module.css';

export interface Breadcrumb {
  label: string;
  to?: string;
}

interface PageProps {
  title: ReactNode;
  /** The first sentence: what to do next, or what this page is for. */
  lead?: ReactNode;
  breadcrumbs?: readonly Breadcrumb[];
  /** Badges beside the title. */
  status?: ReactNode;
  actions?: ReactNode;
  /** `narrow` for forms and reading, `wide` for dense tables. */
  width?: 'narrow' | 'normal' | 'wide';
  children: ReactNode;
}

export const Page = ({ title, lead, breadcrumbs = [], status, actions, width = 'normal', children }: PageProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.page} data-width={width}>
      {breadcrumbs.length > 0 && (
        <nav className={classes.crumbs} aria-label={t('page.breadcrumbs')} data-print="no">
          <ol>
            {breadcrumbs.map((crumb) => (
              <li key={crumb.label}>{crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}</li>
            ))}
          </ol>
        </nav>
      )}
      <div className={classes.head}>
        <div>
          <h1>
            {title} {status}
          </h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && (
          <div className={classes.actions} data-print="no">
            {actions}
          </div>
        )}
      </div>
      {children}
    </div>
  );
};

interface SectionProps {
  title?: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
  /** Without the white card around it. */
  plain?: boolean;
  id?: string;
  children: ReactNode;
}

/** A part of a page under its own heading. */
export const Section = ({ title, intro, actions, plain, id, children }: SectionProps) => {
  const heading = useId();
  return (
    <section className={plain ? classes.plain : classes.section} id={id} aria-labelledby={title ? heading : undefined}>
      {(title || actions) && (
        <div className={classes.sectionHead}>
          {title && <h2 id={heading}>{title}</h2>}
          {actions && (
            <div className={classes.actions} data-print="no">
              {actions}
            </div>
          )}
        </div>
      )}
      {intro && <p className={classes.intro}>{intro}</p>}
      {children}
    </section>
  );
};

/** Cards side by side where there is room. */
export const Grid = ({ children, min = '16rem' }: { children: ReactNode; min?: string }) => (
  <div className={classes.grid} style={{ '--min': min } as CSSProperties}>
    {children}
  </div>
);

/** Buttons or short things in a row. */
export const Row = ({ children }: { children: ReactNode }) => <div className={classes.row}>{children}</div>;

/** Parts under each other at the usual distance. */
export const Stack = ({ tight, children }: { tight?: boolean; children: ReactNode }) => (
  <div className={classes.stack} data-tight={tight || undefined}>
    {children}
  </div>
);
