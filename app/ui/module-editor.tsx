import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOf, type ModuleRow, rowsOf } from '~/domain/course/module-rows';
import { FormContext } from './form-state';
import { Cell, HoursCell, type OutlineModuleChoice, SelectCell, TopicsCell } from './module-cells';
import classes from './module-editor.module.css';
import { type Totals, TotalsLine, totalsOf, totalsOnPage } from './module-totals';
import { Notice } from './notice';

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
