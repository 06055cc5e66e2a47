import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHECK_MARKS, type ChecklistItem } from '~/domain/health-care/visit';
import { useLanguage } from '../use-words';
import classes from './field.module.css';
import { FieldFindings } from './field-findings';
import type { FieldMark, FieldVisit } from './field-visit';
import type { FieldVisits } from './use-field-visits';

const NOTHING: FieldMark = { mark: null, note: '' };

/** One line of the checklist: three large choices, a note, and what has to be mended. */
export const FieldLine = ({ item, visit, field }: { item: ChecklistItem; visit: FieldVisit; field: FieldVisits }) => {
  const { t } = useTranslation(['fieldwork', 'visit']);
  const language = useLanguage();
  const { mark, note } = visit.marks[item.code] ?? NOTHING;
  const [noting, setNoting] = useState(note !== '');
  const change = (part: Partial<FieldMark>) => field.keep({ ...visit, marks: { ...visit.marks, [item.code]: { mark, note, ...part } } });
  const hasFinding = visit.findings.some(({ itemCode }) => itemCode === item.code);
  const isProblem = mark === 'problem';
  return (
    <div className={classes.line} data-mark={mark ?? undefined}>
      <fieldset className={classes.marks}>
        <legend>
          <span className="numeric">{item.code}</span> {language === 'en' ? item.textEn : item.textZh}
          {item.source && <small>{t('form.source', { source: item.source })}</small>}
        </legend>
        <div>
          {CHECK_MARKS.map((one) => (
            <label key={one} data-mark={one}>
              <input type="radio" name={`mark-${item.code}`} checked={mark === one} onChange={() => change({ mark: one })} />
              <span>{t(`visit:mark.${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {isProblem || noting ? (
        <Textarea
          size="md"
          autosize
          minRows={2}
          label={t('form.note')}
          maxLength={1_000}
          value={note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      ) : (
        <Button variant="subtle" onClick={() => setNoting(true)} aria-label={`${t('form.addNote')} ${item.code}`}>
          {t('form.addNote')}
        </Button>
      )}
      {(isProblem || hasFinding) && <FieldFindings visit={visit} itemCode={item.code} field={field} />}
    </div>
  );
};
