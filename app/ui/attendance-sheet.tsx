import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ATTENDANCE_MARKS, type AttendanceMark } from '~/domain/attendance/attendance';
import { DataTable } from './data-table';
import { useField } from './form-state';
import { StatusBadge } from './status-badge';
import classes from './teaching.module.css';

export interface SheetRow {
  enrolmentId: string;
  name: string;
  institution: string | null;
  mark: AttendanceMark | null;
  minutesLate: number | null;
}

/** 1 to 4 choose the mark of the person in focus and go on to the next, or to the minutes of who came late. */
const byDigit = (event: KeyboardEvent<HTMLFieldSetElement>) => {
  const mark = ATTENDANCE_MARKS[Number(event.key) - 1];
  const { target, currentTarget: sheet } = event;
  if (!mark || !(target instanceof HTMLInputElement) || target.type !== 'radio') return;
  event.preventDefault();
  const person = target.closest('fieldset');
  person?.querySelector<HTMLInputElement>(`input[value="${mark}"]`)?.click();
  const people = [...sheet.querySelectorAll<HTMLFieldSetElement>('fieldset')];
  const next = people[person ? people.indexOf(person) + 1 : 0];
  const radio =
    next?.querySelector<HTMLInputElement>('input[type="radio"]:checked') ?? next?.querySelector<HTMLInputElement>('input[type="radio"]');
  (mark === 'late' ? person?.querySelector<HTMLInputElement>('input[inputmode="numeric"]') : radio)?.focus();
};

/** Everybody of a lesson on one screen: one radio group per person. Give it the lesson as `key`. */
export const AttendanceSheet = ({ rows }: { rows: readonly SheetRow[] }) => {
  const { t } = useTranslation('attendance');
  return (
    <fieldset className={classes.sheet} onKeyDown={byDigit}>
      <legend className="visually-hidden">{t('sheet.group')}</legend>
      {rows.map((row) => (
        <Person key={row.enrolmentId} row={row} />
      ))}
    </fieldset>
  );
};

const Person = ({ row }: { row: SheetRow }) => {
  const { t } = useTranslation('attendance');
  const mark = useField(`mark.${row.enrolmentId}`);
  const late = useField(`late.${row.enrolmentId}`);
  const chosen = mark.typed ? mark.typed[0] : row.mark;
  return (
    <fieldset className={classes.person} id={mark.id} tabIndex={-1}>
      <legend className="visually-hidden">{row.name}</legend>
      <span className={classes.name} aria-hidden="true">
        {row.name}
        {row.institution && <small>{row.institution}</small>}
      </span>
      <span className={classes.marks}>
        {ATTENDANCE_MARKS.map((value, at) => (
          <label key={value}>
            <input type="radio" name={`mark.${row.enrolmentId}`} value={value} defaultChecked={chosen === value} />
            {t(`mark.${value}`)} <Key digit={at + 1} />
          </label>
        ))}
      </span>
      <span className={classes.late}>
        <input
          className={classes.number}
          id={late.id}
          name={`late.${row.enrolmentId}`}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          aria-label={t('sheet.lateFor', { name: row.name })}
          aria-invalid={late.error ? true : undefined}
          aria-describedby={late.error ? `${late.id}-error` : undefined}
          defaultValue={late.typed ? (late.typed[0] ?? '') : (row.minutesLate ?? '')}
        />
        {t('sheet.lateUnit')}
        {late.error && (
          <span className={classes.error} id={`${late.id}-error`}>
            {late.error}
          </span>
        )}
      </span>
    </fieldset>
  );
};

/** The shortcut is told once above the sheet; repeated for the eye only. */
const Key = ({ digit }: { digit: number }) => <span className={classes.key} data-key={digit} />;

/** The same marks to read, where they can no longer be changed. */
export const MarksTable = ({ rows, caption }: { rows: readonly SheetRow[]; caption: string }) => {
  const { t } = useTranslation('attendance');
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.enrolmentId}
      columns={[
        { key: 'name', header: t('overview.name'), cell: (row) => row.name, rowHeader: true },
        { key: 'institution', header: t('overview.institution'), cell: (row) => row.institution ?? '—' },
        {
          key: 'mark',
          header: t('overview.title'),
          cell: (row) => (row.mark ? <StatusBadge kind="attendance:mark" status={row.mark} /> : t('sheet.nothing')),
        },
        {
          key: 'late',
          header: t('mark.late'),
          cell: (row) => (row.minutesLate === null ? '' : t('sheet.lateBy', { minutes: row.minutesLate })),
        },
      ]}
    />
  );
};
