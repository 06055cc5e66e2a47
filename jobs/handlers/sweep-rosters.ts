import { escalateDispute, escalatePostClaim, overdueDisputes, overduePostClaims } from '~/domain/person/escalate-answers.server';
import { passDays, peopleOfPassedDays } from '~/domain/person/pass-days.server';
import { dueReminders, remindOfRoster } from '~/domain/person/remind-of-roster.server';
import type { Handler } from './handler';

/** Puts posts in order for the day, and reminds institutions of their rosters. */
export const sweepRostersJob: Handler = async ({ ctx }) => {
  const { onPost, mainPosts, flags } = await passDays(ctx, await peopleOfPassedDays(ctx.now));
  let reminded = 0;
  for (const { institutionId, confirmedOn } of await dueReminders(ctx.now))
    reminded += (await remindOfRoster(ctx, institutionId, confirmedOn)) ? 1 : 0;
  return `${onPost} on or off post, ${mainPosts} main posts, ${flags} flags that were missing, ${reminded} reminders`;
};

/** Hands what no institution answered in time to its district. */
export const sweepRosterAnswersJob: Handler = async ({ ctx }) => {
  let claims = 0;
  let disputes = 0;
  for (const id of await overduePostClaims(ctx.now)) claims += (await escalatePostClaim(ctx, id)) ? 1 : 0;
  for (const id of await overdueDisputes(ctx.now)) disputes += (await escalateDispute(ctx, id)) ? 1 : 0;
  return claims + disputes === 0 ? 'every institution has answered' : `${claims} claims and ${disputes} disputes to the districts`;
};
