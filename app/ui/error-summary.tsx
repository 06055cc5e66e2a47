import { useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './form.module.css';
import { FormContext, fieldId } from './form-state';
import { usePunctuation } from './use-punctuation';
import { useWords } from './use-words';

/** What a field is called on the page: its label, or the legend of its group. */
const labelOf = (id: string): string => {
  const text = document.querySelector(`label[for="${id}"]`) ?? document.querySelector(`#${id} > legend`);
  return text?.textContent?.replace(/\s*(（.*）|\(.*\))$/, '').trim() ?? '';
};

/** Everything the server refused in one place, each linked to its field; takes the focus when it appears. */
export const ErrorSummary = ({ labels: known }: { labels: Readonly<Record<string, string>> }) => {
  const { t } = useTranslation();
  const words = useWords();
  const marks = usePunctuation();
  const { id, problem } = useContext(FormContext);
  const ref = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState(known);
  useEffect(() => {
    if (!problem) return;
    setLabels(Object.fromEntries(Object.keys(problem.errors).map((name) => [name, labelOf(fieldId(id, name))])));
    ref.current?.focus();
  }, [problem, id]);
  if (!problem || (!problem.refusal && Object.keys(problem.errors).length === 0)) return null;
  const fields = Object.entries(problem.errors);
  const { refusal } = problem;
  return (
    <div className={classes.summary} ref={ref} tabIndex={-1} role="alert">
      <h2>{fields.length > 0 && !refusal ? t('form.errors') : t('form.refused')}</h2>
      {refusal && fields.length === 0 && <p>{words(`refusals:${refusal.code}`, refusal.params)}</p>}
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, sentence]) => (
            <li key={name}>
              <a href={`#${fieldId(id, name)}`}>
                {labels[name] && `${labels[name]}${marks.colon}`}
                {words(`refusals:${sentence.code}`, sentence.params)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {Object.keys(problem.values).length > 0 && <p>{t('form.kept')}</p>}
    </div>
  );
};
