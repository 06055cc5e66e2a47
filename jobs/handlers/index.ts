import type { JobName } from '../catalog';
import { remindCertificatesJob, screenCertificatesJob } from './certificates';
import { cleanSessionsJob } from './clean-sessions';
import { deliverMessagesJob } from './deliver-messages';
import { foldTallyJob } from './fold-tally';
import type { Handler } from './handler';
import { checkImportJob, undoImportJob, writeImportJob } from './import-workbook';
import { judgePostTrainingJob } from './judge-post-training';
import { freezeRateJob, rebuildRateJob, recountRateJob, refreshRateJob } from './rate';
import { rebuildTallyJob } from './rebuild-tally';
import { recountTallyJob } from './recount-tally';
import { sendOutboxJob } from './send-outbox';
import { sweepAnswersJob } from './sweep-answers';
import { sweepMinimumJob } from './sweep-minimum';
import { sweepOffersJob } from './sweep-offers';
import { sweepRosterAnswersJob, sweepRostersJob } from './sweep-rosters';
import { verifySeatsJob } from './verify-seats';

export const HANDLERS: Record<JobName, Handler> = {
  'tally.fold': foldTallyJob,
  'tally.rebuild': rebuildTallyJob,
  'tally.recount': recountTallyJob,
  'post-training.judge': judgePostTrainingJob,
  'messages.deliver': deliverMessagesJob,
  'import.check': checkImportJob,
  'import.write': writeImportJob,
  'import.undo': undoImportJob,
  'rate.refresh': refreshRateJob,
  'rate.rebuild': rebuildRateJob,
  'rate.freeze': freezeRateJob,
  'rate.recount': recountRateJob,
  'outbox.send': sendOutboxJob,
  'offers.sweep': sweepOffersJob,
  'answers.sweep': sweepAnswersJob,
  'rosters.sweep': sweepRostersJob,
  'roster_answers.sweep': sweepRosterAnswersJob,
  'minimum.sweep': sweepMinimumJob,
  'seats.verify': verifySeatsJob,
  'certificates.screen': screenCertificatesJob,
  'certificates.remind': remindCertificatesJob,
  'sessions.clean': cleanSessionsJob,
};
