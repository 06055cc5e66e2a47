import { useTranslation } from 'react-i18next';
import type { CourseStep, HistoryEntry } from '~/domain/course/history';
import type { Tone } from './status-badge';
import { Timeline } from './timeline';

const TONES: Partial<Record<CourseStep, Tone>> = {
  submitted: 'wait',
  approved: 'good',
  returned: 'bad',
  published: 'good',
  archived: 'off',
};

/** Who did what with a course and when, newest first. */
export const CourseHistory = ({ entries }: { entries: readonly HistoryEntry[] }) => {
  const { t } = useTranslation('course');
  const titleOf = (entry: HistoryEntry) =>
    entry.edits > 1
      ? `${t('event.edited')} (${t('event.edits', { count: entry.edits })})`
      : t(`event.${entry.step}`, { version: entry.version ?? '' });
  const byOf = ({ by, organisation }: HistoryEntry) =>
    by && organisation ? t('event.by', { who: by, organisation }) : (by ?? organisation);
  return (
    <Timeline
      label={t('manage.history')}
      items={entries.map((entry) => ({
        id: entry.id,
        at: entry.at,
        title: titleOf(entry),
        by: byOf(entry),
        detail: entry.reason ?? (entry.dueOn && t('event.due', { date: entry.dueOn })),
        tone: TONES[entry.step],
      }))}
    />
  );
};
