import { type FormEvent, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseHours } from '~/domain/course/class-hours';
import { fieldOf, type ModuleRow, rowsOf } from '~/domain/course/module-rows';
import { formatHours, formatHoursShort, formatNumber } from '~/i18n/format';
import { FormContext } from './form-state';
import { Cell, type OutlineModuleChoice, SelectCell, TopicsCell } from './module-cells';
import classes from './module-editor.module.css';
import { Notice } from './notice';
import { useLanguage } from './use-words';

interface ModuleEditorProps {
  /** Rows as stored; what was typed stands before them. */
  rows: readonly ModuleRow[];
  /** Modules of the outlines that a row may answer; without any the column is left out. */
  choices?: readonly OutlineModuleChoice[];
  /** Ask for an English title, too. */
  bilingual?: boolean;
}

/** Rows of modules with buttons to add, move and remove them. Every button is a submit: it all works without JavaScript. */
export const ModuleEditor = ({ rows: stored, choices = [], bilingual = false }: ModuleEditorProps) => {
  const { t } = useTranslation('course');
  const { problem } = useContext(FormContext);
  const typed = problem && Object.keys(problem.values).length > 0;
  const rows = typed ? rowsOf(problem.values) : stored;
  const rearranged = typed && problem.refusal === null && Object.keys(problem.errors).length === 0;
  // Sums made while typing end with the rows that they were made of.
  const source = problem ?? stored;
  const [live, setLive] = useState<{ source: unknown; totals: Totals }>();
  return (
    <div className={classes.editor} onInput={(event) => setLive({ source, totals: totalsOnPage(event) })}>
      {rearranged && <Notice tone="warn">{t('module.unsaved')}</Notice>}
      {rows.length === 0 && <p>{t('module.none')}</p>}
      {rows.map((row, at) => (
        <Row key={row.key} row={row} at={at} last={at === rows.length - 1} choices={choices} bilingual={bilingual} />
      ))}
      <button type="submit" name="intent" value="add" className={classes.add} formAction={`#module-${rows.length + 1}`}>
        {t('module.add')}
      </button>
      <TotalsLine totals={live?.source === source ? live.totals : totalsOf(rows)} />
    </div>
  );
};

interface RowProps {
  row: ModuleRow;
  at: number;
  last: boolean;
  choices: readonly OutlineModuleChoice[];
  bilingual: boolean;
}

const Row = ({ row, at, last, choices, bilingual }: RowProps) => {
  const { t } = useTranslation('course');
  const number = t('module.number', { n: at + 1 });
  const button = (intent: 'up' | 'down' | 'remove', goTo: number, disabled = false) => (
    <button
      type="submit"
      name="intent"
      value={`${intent}.${at}`}
      formAction={`#module-${Math.max(1, goTo)}`}
      disabled={disabled}
      aria-label={`${number}: ${t(`module.${intent}`)}`}
    >
      {t(`module.${intent}`)}
    </button>
  );
  return (
    <fieldset className={classes.row} id={`module-${at + 1}`} data-two={bilingual || undefined}>
      <legend>{number}</legend>
      <input type="hidden" name={fieldOf(at, 'key')} value={row.key} />
      <Cell name={fieldOf(at, 'code')} label={t('module.code')} value={row.code} maxLength={20} />
      <Cell name={fieldOf(at, 'title')} label={t('module.title')} value={row.title} maxLength={100} wide />
      {bilingual && <Cell name={fieldOf(at, 'titleEn')} label={t('module.titleEn')} value={row.titleEn} maxLength={100} lang="en" wide />}
      {choices.length > 0 && (
        <SelectCell
          name={fieldOf(at, 'outline')}
          label={t('module.outline')}
          value={row.outline}
          empty={t('module.noOutline')}
          choices={choices}
        />
      )}
      <HoursCell name={fieldOf(at, 'theory')} label={t('theory')} value={row.theory} part="theory" />
      <HoursCell name={fieldOf(at, 'practice')} label={t('practice')} value={row.practice} part="practice" />
      <TopicsCell name={fieldOf(at, 'topics')} label={t('module.topics')} value={row.topics} />
      <div className={classes.tools}>
        {button('up', at, at === 0)}
        {button('down', at + 2, last)}
        {button('remove', at)}
      </div>
    </fieldset>
  );
};

/** Hours as typed, and under them the other unit: minutes for class hours, class hours for minutes. */
const HoursCell = ({ name, label, value = '', part }: { name: string; label: string; value?: string; part: 'theory' | 'practice' }) => {
  const language = useLanguage();
  const [typed, setTyped] = useState(value);
  const read = parseHours(typed);
  const minutes = language === 'en' ? 'min' : '分钟';
  const other =
    !read.ok || typed === ''
      ? ''
      : /[分m]/i.test(typed)
        ? formatHoursShort(read.minutes, language)
        : `${formatNumber(read.minutes, language)} ${minutes}`;
  return <Cell name={name} label={label} value={value} maxLength={20} part={part} onType={setTyped} below={other} />;
};

interface Totals {
  theory: number;
  practice: number;
}

const minutesOf = (typed = ''): number => {
  const read = parseHours(typed);
  return read.ok ? read.minutes : 0;
};

const totalsOf = (rows: readonly ModuleRow[]): Totals => ({
  theory: rows.reduce((sum, row) => sum + minutesOf(row.theory), 0),
  practice: rows.reduce((sum, row) => sum + minutesOf(row.practice), 0),
});

const totalsOnPage = (event: FormEvent<HTMLElement>): Totals => {
  const sum = (part: keyof Totals) =>
    [...event.currentTarget.querySelectorAll<HTMLInputElement>(`input[data-part="${part}"]`)].reduce(
      (total, input) => total + minutesOf(input.value),
      0,
    );
  return { theory: sum('theory'), practice: sum('practice') };
};

const TotalsLine = ({ totals: { theory, practice } }: { totals: Totals }) => {
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
