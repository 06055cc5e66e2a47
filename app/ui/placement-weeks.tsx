import { useTranslation } from 'react-i18next';
import type { MentorSide } from '~/domain/talent/placement';
import { formatDate } from '~/i18n/format';
import { SubmitButton } from './button';
import { EmptyState } from './empty-state';
import { TextArea } from './fields';
import { Form, FormActions } from './form';
import classes from './placement.module.css';
import { Badge } from './status-badge';

interface Check {
  at: string | Date;
  note: string;
}

export interface ShownWeek {
  weekOn: string;
  untilOn: string;
  entries: { day: string; minutes: number; text: string }[];
  minutes: number;
  isOver: boolean;
  checks: Record<MentorSide, Check | null>;
  missing: MentorSide[];
}

export const inHours = (minutes: number): string => String(Math.round(minutes / 6) / 10);

export const WeekEntries = ({ week }: { week: ShownWeek }) => {
  const { t } = useTranslation('placement');
  return (
    <ul className={classes.entries}>
      {week.entries.map((entry) => (
        <li key={entry.day}>
          <span className="numeric">{entry.day}</span>{' '}
          <span className="numeric">{t('field.hours', { hours: inHours(entry.minutes) })}</span>
          <p>{entry.text}</p>
        </li>
      ))}
    </ul>
  );
};

const WeekChecks = ({ week }: { week: ShownWeek }) => {
  const { t } = useTranslation('placement');
  if (!week.isOver) {
    return (
      <p>
        <Badge tone="on">{t('page.weekRunning')}</Badge>
      </p>
    );
  }
  return (
    <ul className={classes.checks}>
      {(['college', 'institution'] as const).map((side) => {
        const check = week.checks[side];
        return (
          <li key={side}>
            <Badge tone={check ? 'good' : 'wait'}>
              {check
                ? t('page.checkedBy', { side: t(`side.${side}`), at: formatDate(check.at) })
                : t('page.notChecked', { side: t(`side.${side}`) })}
            </Badge>
            {check && check.note !== '' && <span> {check.note}</span>}
          </li>
        );
      })}
    </ul>
  );
};

export const useWeekTitle = (): ((week: ShownWeek) => string) => {
  const { t } = useTranslation('placement');
  return (week) => t('page.week', { from: week.weekOn, until: week.untilOn });
};

/** Both have looked: its days need nobody any more. */
const isSettled = ({ isOver, missing }: ShownWeek): boolean => isOver && missing.length === 0;

/** The log, week by week, the latest first; `side` may look at weeks that lack its look. */
export const PlacementWeeks = ({ weeks, side }: { weeks: readonly ShownWeek[]; side: MentorSide | null }) => {
  const { t } = useTranslation('placement');
  const titleOf = useWeekTitle();
  if (weeks.length === 0) return <EmptyState title={t('page.logEmpty')}>{t('page.logEmptyText')}</EmptyState>;
  return (
    <ol className={classes.weeks}>
      {weeks.map((week) => (
        <li key={week.weekOn} id={`week-${week.weekOn}`}>
          <h3>
            {titleOf(week)}{' '}
            <small className={classes.weekSum}>{t('page.weekSum', { days: week.entries.length, hours: inHours(week.minutes) })}</small>
          </h3>
          <WeekChecks week={week} />
          {isSettled(week) ? (
            <details>
              <summary>{t('page.entries')}</summary>
              <WeekEntries week={week} />
            </details>
          ) : (
            <WeekEntries week={week} />
          )}
          {side !== null && week.missing.includes(side) && (
            <Form name={`check-${week.weekOn}`}>
              <input type="hidden" name="weekOn" value={week.weekOn} />
              <TextArea name="note" label={t('page.note')} optional rows={2} maxLength={500} />
              <FormActions>
                <SubmitButton intent="check" emphasis="second">
                  {t('page.check')}
                </SubmitButton>
              </FormActions>
            </Form>
          )}
        </li>
      ))}
    </ol>
  );
};
