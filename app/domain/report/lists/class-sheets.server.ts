import { getAttendanceOverview } from '../../attendance/queries.server';
import { SCORE_KINDS, type ScoreKind } from '../../completion/completion';
import { ofClassSearch } from '../../completion/inputs';
import { getScoreSheet } from '../../completion/queries.server';
import { defineList } from '../export-list.server';

const whole = <Row>(rows: readonly Row[]) => ({ rows, total: rows.length });

/** What a class has on each of its trainees: minutes attended, and scores with the result so far. */
export const CLASS_SHEET_LISTS = {
  'class-attendance': defineList({
    open: 'attendance.record',
    search: ofClassSearch,
    title: 'attendance:overview.title',
    find: async (actor, search, now) => whole(search.class ? (await getAttendanceOverview(actor, search.class, now)).trainees : []),
    columns: ({ text, number, hours, coded }) => [
      text('attendance:overview.name', (row) => row.name, 14),
      text('attendance:overview.institution', (row) => row.institution, 28),
      text('enrolment:mine.status', (row) => coded('enrolment:status', row.status), 12),
      hours('attendance:overview.theoryHours', ({ ledger }) => ledger.theoryCredited),
      hours('attendance:overview.practiceHours', ({ ledger }) => ledger.practiceCredited),
      hours('attendance:overview.totalHours', ({ ledger }) => ledger.theoryScheduled + ledger.practiceScheduled),
      number('attendance:rate', (row) => row.percent),
    ],
  }),
  'class-scores': defineList({
    open: 'score.record',
    search: ofClassSearch,
    title: 'completion:scores.title',
    find: async (actor, search, now) => whole(search.class ? (await getScoreSheet(actor, search.class, now)).trainees : []),
    columns: ({ text, number, coded, word }) => [
      text('attendance:overview.name', (row) => row.name, 14),
      text('attendance:overview.institution', (row) => row.institution, 28),
      ...SCORE_KINDS.map((kind: ScoreKind) =>
        number({ said: word(`completion:score.${kind}`) }, (row) => row.scores.find((score) => score.kind === kind)?.points),
      ),
      number('attendance:rate', (row) => row.percent),
      text('completion:verify.result', (row) => coded('completion:result', row.decision.result), 12),
    ],
  }),
};
