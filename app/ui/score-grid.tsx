import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Score, ScoreKind } from '~/domain/completion/completion';
import { type Decision, decideResult, type ResultFacts } from '~/domain/completion/result';
import { NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { useField } from './form-state';
import { ResultWords } from './result-words';
import classes from './teaching.module.css';

export interface ScoreRow {
  enrolmentId: string;
  name: string;
  institution: string | null;
  percent: number | null;
  scores: readonly (Score & { assessor: string })[];
  cells: readonly ScoreKind[];
  mayEdit: boolean;
  facts: ResultFacts;
  decision: Decision;
}

type Typed = Readonly<Partial<Record<ScoreKind, string>>>;

/** What the rule says of the scores as typed; a value that is no score leaves the stored result. */
const decisionOf = (row: ScoreRow, typed: Typed | undefined): Decision => {
  if (!typed) return row.decision;
  const kinds = new Set([...row.scores.map((score) => score.kind), ...(Object.keys(typed) as ScoreKind[])]);
  const scores: Score[] = [];
  for (const kind of kinds) {
    const stored = row.scores.find((score) => score.kind === kind);
    const value = typed[kind] ?? String(stored?.points ?? '');
    if (value.trim() !== '' && Number.isNaN(Number(value))) return row.decision;
    if (value.trim() !== '') scores.push({ kind, points: Number(value), assessedOn: stored?.assessedOn ?? '' });
  }
  const decision = decideResult({ ...row.facts, scores });
  return { ...decision, completedOn: null };
};

/** One row per trainee with a field per examined part; the result follows while typing. */
export const ScoreGrid = ({ rows, kinds }: { rows: readonly ScoreRow[]; kinds: readonly ScoreKind[] }) => {
  const { t } = useTranslation('completion');
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const type = (enrolmentId: string, kind: ScoreKind, value: string) =>
    setTyped((before) => ({ ...before, [enrolmentId]: { ...before[enrolmentId], [kind]: value } }));
  return (
    <DataTable
      caption={t('scores.grid')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.enrolmentId}
      columns={[
        { key: 'name', header: t('column.name'), cell: (row) => row.name, rowHeader: true },
        {
          key: 'percent',
          header: t('column.attendance'),
          cell: (row) => (row.percent === null ? NOTHING : `${row.percent.toFixed(1)}%`),
          numeric: true,
        },
        ...kinds.map((kind) => ({
          key: kind,
          header: t(`score.${kind}`),
          cell: (row: ScoreRow) => <Cell row={row} kind={kind} onType={(value) => type(row.enrolmentId, kind, value)} />,
        })),
        { key: 'result', header: t('column.result'), cell: (row) => <ResultWords decision={decisionOf(row, typed[row.enrolmentId])} /> },
      ]}
    />
  );
};

const Cell = ({ row, kind, onType }: { row: ScoreRow; kind: ScoreKind; onType: (value: string) => void }) => {
  const { t } = useTranslation('completion');
  const name = `${kind}.${row.enrolmentId}`;
  const { id, error, typed } = useField(name);
  const stored = row.scores.find((score) => score.kind === kind);
  if (!row.cells.includes(kind)) return NOTHING;
  const when = stored && [stored.assessedOn, stored.assessor].filter(Boolean).join(' ');
  if (!row.mayEdit) {
    return (
      <span className={classes.cell}>
        <span className="numeric">{stored?.points ?? NOTHING}</span>
        {when && <small>{when}</small>}
      </span>
    );
  }
  return (
    <span className={classes.cell}>
      <input
        className={classes.number}
        {...{ id, name }}
        inputMode="decimal"
        autoComplete="off"
        maxLength={5}
        aria-label={t('scores.cell', { name: row.name, kind: t(`score.${kind}`) })}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        defaultValue={typed ? (typed[0] ?? '') : (stored?.points ?? '')}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {when && <small>{when}</small>}
      {error && (
        <span className={classes.error} id={`${id}-error`}>
          {error}
        </span>
      )}
    </span>
  );
};
