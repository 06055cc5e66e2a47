import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { Form, FormActions } from './form';
import { useField } from './form-state';
import classes from './placement.module.css';
import { inHours, type ShownWeek, useWeekTitle, WeekEntries } from './placement-weeks';
import { usePunctuation } from './use-punctuation';

type WeekToCheck = ShownWeek & { placementId: string; name: string };

const keyOf = (week: WeekToCheck): string => `${week.placementId}.${week.weekOn}`;

/** Weeks of several students in one form: tick those that were read, with a note where one is worth it. */
export const WeekCheckForm = ({ weeks }: { weeks: readonly WeekToCheck[] }) => {
  const { t } = useTranslation('placement');
  if (weeks.length === 0) return <p>{t('institution.weeksNone')}</p>;
  return (
    <Form name="weeks">
      <ol className={classes.weeks}>
        {weeks.map((week) => (
          <WeekToTick key={keyOf(week)} week={week} />
        ))}
      </ol>
      <FormActions>
        <SubmitButton intent="weeks">{t('institution.weeksSubmit')}</SubmitButton>
      </FormActions>
    </Form>
  );
};

const WeekToTick = ({ week }: { week: WeekToCheck }) => {
  const { t } = useTranslation('placement');
  const marks = usePunctuation();
  const key = keyOf(week);
  const title = useWeekTitle()(week);
  const { typed: ticked } = useField('week[]');
  const { typed: note } = useField(`note.${key}`);
  return (
    <li>
      <label className={classes.tick}>
        <input
          type="checkbox"
          name="week[]"
          value={key}
          defaultChecked={ticked?.includes(key)}
          aria-label={t('institution.pick', { name: week.name, week: title })}
        />
        <span>
          <strong>{week.name}</strong> {title}
          {marks.aside(t('page.weekSum', { days: week.entries.length, hours: inHours(week.minutes) }))}
        </span>
      </label>
      <WeekEntries week={week} />
      <input
        className={classes.cell}
        name={`note.${key}`}
        defaultValue={note?.[0]}
        aria-label={t('institution.noteFor', { name: week.name, week: title })}
        placeholder={t('page.note')}
        autoComplete="off"
        maxLength={500}
      />
    </li>
  );
};
