import { useTranslation } from 'react-i18next';
import type { ShownCandidate } from './candidate-table';
import { useField } from './form-state';
import classes from './teaching.module.css';

export type ResultPart = 'theory' | 'practical' | 'creditBankNo';

export const stored = (row: ShownCandidate, part: ResultPart) =>
  part === 'theory' ? row.theoryPoints : part === 'practical' ? row.practicalPoints : row.creditBankNo;

export const AbsentCell = ({ row, onType }: { row: ShownCandidate; onType: (absent: boolean) => void }) => {
  const { t } = useTranslation('evaluation');
  const name = `absent.${row.id}`;
  const { id, error } = useField(name);
  return (
    <span className={classes.cell}>
      <input
        type="checkbox"
        className={classes.tick}
        {...{ id, name }}
        aria-label={t('results.cell', { name: row.name, part: t('field.absent') })}
        defaultChecked={row.status === 'absent'}
        onChange={(event) => onType(event.currentTarget.checked)}
      />
      {error && <span className={classes.error}>{error}</span>}
    </span>
  );
};

export const ResultCell = ({ row, part, onType }: { row: ShownCandidate; part: ResultPart; onType: (value: string) => void }) => {
  const { t } = useTranslation('evaluation');
  const name = `${part}.${row.id}`;
  const { id, error, typed } = useField(name);
  const label = part === 'creditBankNo' ? t('field.credit') : t(`field.${part}`);
  return (
    <span className={classes.cell}>
      <input
        className={part === 'creditBankNo' ? `${classes.number} ${classes.wide}` : classes.number}
        {...{ id, name }}
        inputMode={part === 'creditBankNo' ? 'text' : 'decimal'}
        autoComplete="off"
        maxLength={part === 'creditBankNo' ? 40 : 5}
        aria-label={t('results.cell', { name: row.name, part: label })}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        defaultValue={typed ? (typed[0] ?? '') : (stored(row, part) ?? '')}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {error && (
        <span className={classes.error} id={`${id}-error`}>
          {error}
        </span>
      )}
    </span>
  );
};
