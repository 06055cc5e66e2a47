import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { parseHours } from '~/domain/course/class-hours';
import type { ModuleRow } from '~/domain/course/module-rows';
import { formatHours } from '~/i18n/format';
import classes from './module-editor.module.css';
import { useLanguage } from './use-words';

export interface Totals {
  theory: number;
  practice: number;
}

const minutesOf = (typed = ''): number => {
  const read = parseHours(typed);
  return read.ok ? read.minutes : 0;
};

export const totalsOf = (rows: readonly ModuleRow[]): Totals => ({
  theory: rows.reduce((sum, row) => sum + minutesOf(row.theory), 0),
  practice: rows.reduce((sum, row) => sum + minutesOf(row.practice), 0),
});

/** The sums of what stands in the fields right now. */
export const totalsOnPage = (event: FormEvent<HTMLElement>): Totals => {
  const sum = (part: keyof Totals) =>
    [...event.currentTarget.querySelectorAll<HTMLInputElement>(`input[data-part="${part}"]`)].reduce(
      (total, input) => total + minutesOf(input.value),
      0,
    );
  return { theory: sum('theory'), practice: sum('practice') };
};

export const TotalsLine = ({ totals: { theory, practice } }: { totals: Totals }) => {
  const { t } = useTranslation('course');
  const language = useLanguage();
  const params = {
    theory: formatHours(theory, language),
    practice: formatHours(practice, language),
    total: formatHours(theory + practice, language),
  };
  return (
    <p className={classes.totals} aria-live="polite">
      {t('module.totals', params)}
    </p>
  );
};
