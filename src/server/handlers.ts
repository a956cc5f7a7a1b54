import { houseHandlers } from './handlers/buildings'
import { cardHandlers } from './handlers/cards'
import { censusHandlers } from './handlers/census'
import { concernQueryHandlers } from './handlers/concern-queries'
import { concernStepHandlers } from './handlers/concern-steps'
import { hazardHandlers, hazardStepHandlers } from './handlers/hazards'
import { homeHandlers } from './handlers/home'
import { inboxHandlers } from './handlers/inbox'
import { inspectionHandlers } from './handlers/inspections'
import { peopleHandlers } from './handlers/people'
import { placeHandlers } from './handlers/places'
import { plateHandlers } from './handlers/plates'
import { registerHandlers } from './handlers/register'
import { submitHandlers } from './handlers/submit'
import type { Handlers } from './operation'

/** One handler an operation: a name missing here does not compile. */
export const handlers: Handlers = {
  ...peopleHandlers,
  ...placeHandlers,
  ...homeHandlers,
  ...submitHandlers,
  ...concernQueryHandlers,
  ...concernStepHandlers,
  ...inboxHandlers,
  ...houseHandlers,
  ...cardHandlers,
  ...censusHandlers,
  ...hazardHandlers,
  ...hazardStepHandlers,
  ...inspectionHandlers,
  ...plateHandlers,
  ...registerHandlers,
}
