/** Steps of a figure: by how much it changes on a day, or in the month that begins on the day. */
export const STEP_GRAINS = ['day', 'month'] as const;
export type StepGrain = (typeof STEP_GRAINS)[number];
