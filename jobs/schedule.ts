import type { JobName } from './catalog';

/** The timetable. Cron patterns are read in Asia/Shanghai; every entry may run late or twice without harm. */
export const TIME_ZONE = 'Asia/Shanghai';

export const TIMETABLE = [
  { job: 'tally.fold', at: '*/10 * * * *' }, // a fold that nobody asked for finds nothing; it renews the as-of time
  { job: 'outbox.send', at: '*/5 * * * *' }, // tries again what the gateway refused
  { job: 'offers.sweep', at: '* * * * *' }, // passes on offers whose deadline has passed
  { job: 'minimum.sweep', at: '5 * * * *' }, // 00:05 and hourly: classes below their minimum when the window ended
  { job: 'answers.sweep', at: '10 * * * *' }, // institutions that let their last day pass
  { job: 'seats.verify', at: '10 2 * * *' }, // counts every seat again; must find nothing
  { job: 'sessions.clean', at: '17 * * * *' },
  { job: 'tally.recount', at: '30 2 * * *' }, // independent recount of every figure
] as const satisfies readonly { job: JobName; at: string }[];

/** Run once more whenever a worker starts: deadlines may have passed while none ran. */
export const CATCH_UP = ['offers.sweep', 'answers.sweep', 'minimum.sweep'] as const satisfies readonly JobName[];
