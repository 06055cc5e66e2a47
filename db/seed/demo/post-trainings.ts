import type { Tx } from '#db/client';
import { judgePostTraining } from '~/domain/completion/judge-post-training.server';
import { readProgress } from '~/domain/completion/post-training-facts.server';
import { listToJudge } from '~/domain/completion/post-training-queries.server';
import { addDays, beijingInstant } from '~/domain/shared/period';

/** Days from the last assessment to the closing that gives the certificate. */
const CLOSED_AFTER = 7;

/** Gives the 岗位培训合格证 to everybody in the history who met the outline, each in her own time and in that order. */
export async function addPostTrainings(tx: Tx, now: Date): Promise<void> {
  const due = [];
  for (const { personId, category } of await listToJudge(null, tx)) {
    const found = (await readProgress(personId, now, tx)).find((row) => row.category === category);
    if (found?.progress.met) due.push({ personId, category, metOn: found.progress.met.on });
  }
  for (const { personId, category, metOn } of due.sort((a, b) => a.metOn.localeCompare(b.metOn))) {
    const closedAt = beijingInstant(addDays(metOn, CLOSED_AFTER), '10:00');
    const at = closedAt < now ? closedAt : now;
    await judgePostTraining({ actor: { kind: 'system', job: 'post-training.judge' }, now: at, tx }, personId, category);
  }
}
