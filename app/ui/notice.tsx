import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';
import classes from './notice.module.css';

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad';

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
}

const ICONS: Readonly<Record<NoticeTone, IconName>> = { info: 'info', good: 'done', warn: 'attention', bad: 'attention' };

/** Something the reader must know, set apart from the text. */
export const Notice = ({ tone = 'info', title, children }: NoticeProps) => (
  <div className={classes.notice} data-tone={tone}>
    <Icon name={ICONS[tone]} />
    <div>
      {title && <p className={classes.title}>{title}</p>}
      {children}
    </div>
  </div>
);
