import type { ReactNode } from 'react';
import classes from './notice.module.css';

/** Nothing here yet: says why, and what would fill it. */
export const EmptyState = ({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) => (
  <div className={classes.empty}>
    <p className={classes.emptyTitle}>{title}</p>
    {children}
    {action}
  </div>
);
