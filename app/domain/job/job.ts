export const JOB_OUTCOMES = ['running', 'done', 'failed', 'given_up'] as const;
export type JobOutcome = (typeof JOB_OUTCOMES)[number];
