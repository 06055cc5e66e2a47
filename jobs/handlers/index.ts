import type { JobName } from '../catalog';
import { remindCertificatesJob, screenCertificatesJob } from './certificates';
import { certifyHealthCareJob } from './certify-health-care';
import { cleanSessionsJob } from './clean-sessions';
import { deliverMessagesJob } from './deliver-messages';
import { foldTallyJob } from './fold-tally';
import { rebuildFunnelJob, recountFunnelJob, refreshFunnelJob } from './funnel';
import type { Handler } from './handler';
import { recountHealthCareJob, refreshHealthCareJob, remindHealthCareJob } from './health-care';
import { checkImportJob, undoImportJob, writeImportJob } from './import-workbook';
import { judgePostTrainingJob } from './judge-post-training';
import { remindLecturersJob } from './lecturers';
import { linkPlacementsJob, remindOfWeeksJob } from './placements';
import { freezeRateJob, rebuildRateJob, recountRateJob, refreshRateJob } from './rate';
import { rebuildTallyJob } from './rebuild-tally';
import { recountTallyJob } from './recount-tally';
import { sendOutboxJob } from './send-outbox';
import { sweepAnswersJob } from './sweep-answers';
import { sweepFindingsJob } from './sweep-findings';
import { sweepMinimumJob } from './sweep-minimum';
import { sweepOffersJob } from './sweep-offers';
import { sweepRosterAnswersJob, sweepRostersJob } from './sweep-rosters';
import { verifySeatsJob } from './verify-seats';

export const HANDLERS: Record<JobName, Handler> = {
  'tally.fold': foldTallyJob,
  'tally.rebuild': rebuildTallyJob,
  'tally.recount': recountTallyJob,
  'post-training.judge': judgePostTrainingJob,
  'health_care.certify': certifyHealthCareJob,
  'health_care.refresh': refreshHealthCareJob,
  'health_care.recount': recountHealthCareJob,
  'health_care.remind': remindHealthCareJob,
  'messages.deliver': deliverMessagesJob,
  'import.check': checkImportJob,
  'import.write': writeImportJob,
  'import.undo': undoImportJob,
  'rate.refresh': refreshRateJob,
  'rate.rebuild': rebuildRateJob,
  'rate.freeze': freezeRateJob,
  'rate.recount': recountRateJob,
  'funnel.refresh': refreshFunnelJob,
  'funnel.rebuild': rebuildFunnelJob,
  'funnel.recount': recountFunnelJob,
  'outbox.send': sendOutboxJob,
  'offers.sweep': sweepOffersJob,
  'answers.sweep': sweepAnswersJob,
  'rosters.sweep': sweepRostersJob,
  'roster_answers.sweep': sweepRosterAnswersJob,
  'minimum.sweep': sweepMinimumJob,
  'placements.link': linkPlacementsJob,
  'placements.remind': remindOfWeeksJob,
  'seats.verify': verifySeatsJob,
  'certificates.screen': screenCertificatesJob,
  'certificates.remind': remindCertificatesJob,
  'lecturers.remind': remindLecturersJob,
  'findings.sweep': sweepFindingsJob,
  'sessions.clean': cleanSessionsJob,
};
