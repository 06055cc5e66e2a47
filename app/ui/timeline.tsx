import type { ReactNode } from 'react';
import { formatDate, formatDateTime } from '~/i18n/format';
import classes from './badge.module.css';
import type { Tone } from './status-badge';

export interface TimelineItem {
  id: string;
  /** An instant, or a calendar date. */
  at: string | Date | null;
  title: ReactNode;
  /** Who did it. */
  by?: ReactNode;
  detail?: ReactNode;
  /** Something to do about it, below. */
  more?: ReactNode;
  tone?: Tone;
}

const isDay = (at: string | Date): boolean => typeof at === 'string' && at.length === 10;

/** What happened, in order. */
export const Timeline = ({ items, label }: { items: readonly TimelineItem[]; label: string }) => (
  <ol className={classes.timeline} aria-label={label}>
    {items.map((item) => (
      <li key={item.id} data-tone={item.tone}>
        {item.at && (
          <time dateTime={new Date(item.at).toISOString()}>{isDay(item.at) ? formatDate(item.at) : formatDateTime(item.at)}</time>
        )}
        <p className={classes.what}>{item.title}</p>
        {(item.by || item.detail) && (
          <p className={classes.detail}>
            {item.by}
            {item.by && item.detail && ' · '}
            {item.detail}
          </p>
        )}
        {item.more}
      </li>
    ))}
  </ol>
);
