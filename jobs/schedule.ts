import type { JobName } from './catalog';

/** The timetable. Cron patterns are read in Asia/Shanghai; every entry may run late or twice without harm. */
export const TIME_ZONE = 'Asia/Shanghai';

export const TIMETABLE = [
  { job: 'tally.fold', at: '*/10 * * * *' }, // a fold that nobody asked for finds nothing; it renews the as-of time
  { job: 'outbox.send', at: '*/5 * * * *' }, // tries again what the gateway refused
  { job: 'offers.sweep', at: '* * * * *' }, // passes on offers whose deadline has passed
  { job: 'minimum.sweep', at: '5 * * * *' }, // 00:05 and hourly: classes below their minimum when the window ended
  { job: 'answers.sweep', at: '10 * * * *' }, // institutions that let their last day pass
  { job: 'rosters.sweep', at: '1 * * * *' }, // 00:01 and hourly: leave that began or ended, main posts, reminders; finds no new flag
  { job: 'roster_answers.sweep', at: '20 * * * *' }, // claims and disputes that an institution did not answer
  { job: 'placements.link', at: '40 * * * *' }, // students who became staff on another page
  { job: 'placements.remind', at: '30 7 * * *' }, // weeks of a placement's log that nobody looked at; once each
  { job: 'seats.verify', at: '10 2 * * *' }, // counts every seat again; must find nothing
  { job: 'post-training.judge', at: '50 2 * * *' }, // whoever met the outline before, or was missed
  { job: 'health_care.certify', at: '55 2 * * *' }, // passes of health-care training that were missed
  { job: 'certificates.screen', at: '*/10 * * * *' }, // entries that came in by a table
  { job: 'certificates.remind', at: '20 6 * * *' }, // 90, 60 and 30 days before the end, and after it; once each
  { job: 'lecturers.remind', at: '40 6 * * *' }, // approvals that end soon; once for each
  { job: 'findings.sweep', at: '25 * * * *' }, // findings of visits whose day to be mended has passed; once for each day
  { job: 'sessions.clean', at: '17 * * * *' },
  { job: 'rate.refresh', at: '* * * * *' }, // what no event asked for; renews the as-of time
  { job: 'funnel.refresh', at: '*/10 * * * *' }, // what no event asked for, and days that came; renews the as-of time
  { job: 'rate.freeze', at: '5 0 * * *' }, // keeps the figures of the day that ended, and of the month
  { job: 'rate.recount', at: '0 3 * * *' }, // independent recount of the rate
  { job: 'funnel.recount', at: '20 3 * * *' }, // independent recount of the way from school to post
  { job: 'health_care.refresh', at: '* * * * *' }, // what no event asked for; renews the as-of time
  { job: 'health_care.remind', at: '30 6 * * *' }, // due days that begin, come near or have passed; once each
  { job: 'health_care.recount', at: '40 3 * * *' }, // independent recount of the coverage
  { job: 'tally.recount', at: '30 2 * * *' }, // independent recount of every figure
] as const satisfies readonly { job: JobName; at: string }[];

/** Run once more whenever a worker starts: deadlines may have passed while none ran. */
export const CATCH_UP = [
  'offers.sweep',
  'answers.sweep',
  'minimum.sweep',
  'rosters.sweep',
  'roster_answers.sweep',
  'findings.sweep',
  'rate.freeze',
] as const satisfies readonly JobName[];
