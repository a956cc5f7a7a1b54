import { appraisalHandlers } from './handlers/appraisals'
import { auditHandlers } from './handlers/audit'
import { ballotHandlers } from './handlers/ballots'
import { bodyHandlers } from './handlers/bodies'
import { houseHandlers } from './handlers/buildings'
import { cardHandlers } from './handlers/cards'
import { censusHandlers } from './handlers/census'
import { certificateHandlers } from './handlers/certificates'
import { childHandlers } from './handlers/children'
import { clientHandlers } from './handlers/client'
import { closingHandlers } from './handlers/closing'
import { concernQueryHandlers } from './handlers/concern-queries'
import { concernStepHandlers } from './handlers/concern-steps'
import { consentHandlers } from './handlers/consents'
import { contentHandlers } from './handlers/content'
import { correctionHandlers } from './handlers/corrections'
import { dashboardHandlers } from './handlers/dashboard'
import { goalHandlers } from './handlers/goals'
import { gridHandlers } from './handlers/grids'
import { guardianHandlers } from './handlers/guardians'
import { hardshipHandlers } from './handlers/hardship'
import { hardshipQueryHandlers } from './handlers/hardship-queries'
import { hardshipReportHandlers } from './handlers/hardship-reports'
import { hazardHandlers, hazardStepHandlers } from './handlers/hazards'
import { headQueryHandlers } from './handlers/head-queries'
import { headHandlers } from './handlers/heads'
import { homeHandlers } from './handlers/home'
import { householdHandlers } from './handlers/households'
import { inboxHandlers } from './handlers/inbox'
import { inspectionHandlers } from './handlers/inspections'
import { jointHandlers } from './handlers/joint'
import { listHandlers } from './handlers/lists'
import { meetingQueryHandlers } from './handlers/meeting-queries'
import { meetingHandlers } from './handlers/meetings'
import { messageHandlers } from './handlers/messages'
import { motionQueryHandlers } from './handlers/motion-queries'
import { motionHandlers } from './handlers/motions'
import { noticeHandlers } from './handlers/notices'
import { offerHandlers } from './handlers/offers'
import { officeQueryHandlers } from './handlers/office-queries'
import { officeHandlers } from './handlers/offices'
import { pairingQueryHandlers } from './handlers/pairing-queries'
import { pairingHandlers } from './handlers/pairings'
import { peopleHandlers } from './handlers/people'
import { photoHandlers } from './handlers/photos'
import { placeHandlers } from './handlers/places'
import { plateHandlers } from './handlers/plates'
import { projectHandlers } from './handlers/projects'
import { registerHandlers } from './handlers/register'
import { residenceHandlers } from './handlers/residences'
import { rewardHandlers } from './handlers/rewards'
import { rollHandlers } from './handlers/rolls'
import { scoreQueryHandlers } from './handlers/score-queries'
import { scoreHandlers } from './handlers/scores'
import { serviceHandlers } from './handlers/service'
import { signUpHandlers } from './handlers/sign-ups'
import { slipHandlers } from './handlers/slips'
import { stationHandlers } from './handlers/stations'
import { statuteHandlers } from './handlers/statutes'
import { submitHandlers } from './handlers/submit'
import { taskQueryHandlers } from './handlers/task-queries'
import { taskHandlers } from './handlers/tasks'
import type { Handlers } from './operation'

/** One handler an operation: a name missing here does not compile. */
export const handlers: Handlers = {
  ...clientHandlers,
  ...peopleHandlers,
  ...placeHandlers,
  ...photoHandlers,
  ...homeHandlers,
  ...submitHandlers,
  ...concernQueryHandlers,
  ...concernStepHandlers,
  ...contentHandlers,
  ...inboxHandlers,
  ...houseHandlers,
  ...cardHandlers,
  ...censusHandlers,
  ...hazardHandlers,
  ...hazardStepHandlers,
  ...inspectionHandlers,
  ...plateHandlers,
  ...registerHandlers,
  ...headHandlers,
  ...headQueryHandlers,
  ...noticeHandlers,
  ...residenceHandlers,
  ...guardianHandlers,
  ...childHandlers,
  ...householdHandlers,
  ...officeHandlers,
  ...officeQueryHandlers,
  ...messageHandlers,
  ...auditHandlers,
  ...closingHandlers,
  ...consentHandlers,
  ...correctionHandlers,
  ...motionHandlers,
  ...motionQueryHandlers,
  ...ballotHandlers,
  ...meetingHandlers,
  ...meetingQueryHandlers,
  ...slipHandlers,
  ...projectHandlers,
  ...statuteHandlers,
  ...bodyHandlers,
  ...rollHandlers,
  ...dashboardHandlers,
  ...scoreHandlers,
  ...scoreQueryHandlers,
  ...appraisalHandlers,
  ...rewardHandlers,
  ...jointHandlers,
  ...gridHandlers,
  ...stationHandlers,
  ...taskHandlers,
  ...taskQueryHandlers,
  ...signUpHandlers,
  ...serviceHandlers,
  ...certificateHandlers,
  ...pairingHandlers,
  ...pairingQueryHandlers,
  ...hardshipHandlers,
  ...hardshipReportHandlers,
  ...hardshipQueryHandlers,
  ...offerHandlers,
  ...goalHandlers,
  ...listHandlers,
}
