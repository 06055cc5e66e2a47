import type { JobName } from '../catalog';
import { cleanSessionsJob } from './clean-sessions';
import { deliverMessagesJob } from './deliver-messages';
import { foldTallyJob } from './fold-tally';
import type { Handler } from './handler';
import { rebuildTallyJob } from './rebuild-tally';
import { recountTallyJob } from './recount-tally';
import { sendOutboxJob } from './send-outbox';
import { sweepAnswersJob } from './sweep-answers';
import { sweepMinimumJob } from './sweep-minimum';
import { sweepOffersJob } from './sweep-offers';
import { verifySeatsJob } from './verify-seats';

export const HANDLERS: Record<JobName, Handler> = {
  'tally.fold': foldTallyJob,
  'tally.rebuild': rebuildTallyJob,
  'tally.recount': recountTallyJob,
  'messages.deliver': deliverMessagesJob,
  'outbox.send': sendOutboxJob,
  'offers.sweep': sweepOffersJob,
  'answers.sweep': sweepAnswersJob,
  'minimum.sweep': sweepMinimumJob,
  'seats.verify': verifySeatsJob,
  'sessions.clean': cleanSessionsJob,
};
