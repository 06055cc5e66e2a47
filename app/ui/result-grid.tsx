import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PassMarks, resultOf } from '~/domain/evaluation/result';
import { NOTHING } from '~/i18n/format';
import type { ShownCandidate } from './candidate-table';
import { DataTable } from './data-table';
import { AbsentCell, ResultCell, type ResultPart, stored } from './result-cells';
import { Badge, StatusBadge } from './status-badge';
import classes from './teaching.module.css';

interface Typed {
  theory?: string;
  practical?: string;
  absent?: boolean;
}

interface ResultGridProps {
  rows: readonly ShownCandidate[];
  pass: PassMarks;
  /** Points while the sitting is open, numbers until the batch is approved. */
  edit: 'points' | 'numbers' | 'nothing';
}

/** One row per candidate; what the pass marks make of the points follows while typing. */
export const ResultGrid = ({ rows, pass, edit }: ResultGridProps) => {
  const { t } = useTranslation('evaluation');
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const type = (id: string, value: Typed) => setTyped((before) => ({ ...before, [id]: { ...before[id], ...value } }));
  const cell = (part: ResultPart, row: ShownCandidate) => {
    const open = part === 'creditBankNo' ? edit !== 'nothing' : edit === 'points';
    if (!open) return stored(row, part) ?? NOTHING;
    return <ResultCell row={row} part={part} onType={(value) => part !== 'creditBankNo' && type(row.id, { [part]: value })} />;
  };
  return (
    <DataTable
      caption={t('results.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('field.name'),
          rowHeader: true,
          cell: (row) => (
            <span className={classes.cell}>
              <span>
                {row.name} {row.taught && <Badge tone="wait">{t('assessors.badge')}</Badge>}
              </span>
              <small className="numeric">{row.number}</small>
              {edit === 'points' && <input type="hidden" name="candidate[]" value={row.id} />}
            </span>
          ),
        },
        { key: 'theory', header: t('field.theory'), cell: (row) => cell('theory', row) },
        { key: 'practical', header: t('field.practical'), cell: (row) => cell('practical', row) },
        ...(edit === 'points'
          ? [
              {
                key: 'absent',
                header: t('field.absent'),
                cell: (row: ShownCandidate) => <AbsentCell row={row} onType={(absent) => type(row.id, { absent })} />,
              },
            ]
          : []),
        { key: 'credit', header: t('field.credit'), cell: (row) => cell('creditBankNo', row) },
        { key: 'result', header: t('field.result'), cell: (row) => <Result row={row} typed={typed[row.id]} pass={pass} /> },
      ]}
    />
  );
};

const numberIn = (text: string | undefined, before: number | null): number | null =>
  text === undefined ? before : text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);

const Result = ({ row, typed, pass }: { row: ShownCandidate; typed: Typed | undefined; pass: PassMarks }) => {
  const { t } = useTranslation('evaluation');
  const absent = typed?.absent ?? row.status === 'absent';
  const points = {
    theoryPoints: numberIn(typed?.theory, row.theoryPoints),
    practicalPoints: numberIn(typed?.practical, row.practicalPoints),
  };
  const result = absent ? 'absent' : resultOf(points, pass);
  return result ? <StatusBadge kind="evaluation:candidateStatus" status={result} /> : <Badge tone="wait">{t('results.pending')}</Badge>;
};
