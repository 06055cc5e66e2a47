import { db } from '#db/client';
import { shipIssuers } from '~/domain/certificate/ship-issuers.server';
import { shipRules } from '~/domain/certificate/ship-rules.server';
import { shipOutlines } from '~/domain/course/ship-outlines.server';
import { shipKinds } from '~/domain/evaluation/ship-kinds.server';
import { shipMeasuredTargets } from '~/domain/goal/ship-measured-targets.server';
import { shipPlan } from '~/domain/goal/ship-plan.server';
import { shipHealthCareRule } from '~/domain/health-care/rule/ship-rule.server';
import { shipChecklist } from '~/domain/health-care/ship-checklist.server';
import { shipMajors } from '~/domain/talent/ship-majors.server';

/** What every deployment begins with, demo or not: training outlines (proposed hours), plan periods and targets. Safe to repeat. */
export const seedReference = (now: Date): Promise<void> =>
  db.transaction(async (tx) => {
    const ctx = { actor: { kind: 'system', job: 'reference' } as const, now, tx };
    await shipOutlines(ctx);
    await shipPlan(ctx);
    await shipMeasuredTargets(ctx);
    await shipRules(ctx);
    await shipHealthCareRule(ctx);
    await shipChecklist(ctx);
    await shipKinds(ctx);
    await shipIssuers(ctx);
    await shipMajors(ctx);
  });
