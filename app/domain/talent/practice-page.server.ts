import type { z } from 'zod';
import type { UserActor } from '../shared/actor';
import type { practiceSearch } from './cooperation/inputs';
import { listPractice, listPracticeTotals } from './practice-queries.server';
import { yearOf } from './year-of';

/** The list that a page asks for: periods, or days by teacher. */
export async function practicePage(actor: UserActor, search: z.output<typeof practiceSearch>, now: Date) {
  const isList = search.view === 'list';
  return {
    search,
    thisYear: yearOf(now),
    list: isList ? await listPractice(actor, search) : null,
    totals: isList ? null : await listPracticeTotals(actor, search),
  };
}
