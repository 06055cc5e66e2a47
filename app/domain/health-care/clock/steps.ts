import { areaScopes } from '../../organisation/areas';
import { monthOf } from '../../shared/period';
import type { StepGrain } from '../../shared/steps';
import type { HealthCareStanding } from '../requirement';
import type { HealthCareSegment } from './segments';

/** By how many institutions a standing changes in an area on a day, or in the month that begins on it. */
export interface HealthCareStep {
  scope: string;
  standing: HealthCareStanding;
  grain: StepGrain;
  onDay: string;
  institutions: number;
}

/** What segments add to the steps; `sign` -1 takes back what they had added. Changes of nothing are left out. */
export function stepsOf(parts: readonly { segments: readonly HealthCareSegment[]; sign: 1 | -1 }[]): HealthCareStep[] {
  const steps = new Map<string, HealthCareStep>();
  const put = (step: HealthCareStep) => {
    const key = [step.scope, step.standing, step.grain, step.onDay].join('|');
    const kept = steps.get(key);
    if (kept) kept.institutions += step.institutions;
    else steps.set(key, { ...step });
  };
  for (const { segments, sign } of parts)
    for (const { districtCode, standing, fromOn, untilOn } of segments)
      for (const scope of areaScopes(districtCode))
        for (const [day, institutions] of [[fromOn, sign] as const, ...(untilOn === null ? [] : [[untilOn, -sign] as const])]) {
          put({ scope, standing, grain: 'day', onDay: day, institutions });
          put({ scope, standing, grain: 'month', onDay: monthOf(day), institutions });
        }
  return [...steps.values()].filter(({ institutions }) => institutions !== 0);
}
