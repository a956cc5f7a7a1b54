import { concernQueryHandlers } from './handlers/concern-queries'
import { concernStepHandlers } from './handlers/concern-steps'
import { contentHandlers } from './handlers/content'
import { homeHandlers } from './handlers/home'
import { inboxHandlers } from './handlers/inbox'
import { messageHandlers } from './handlers/messages'
import { peopleHandlers } from './handlers/people'
import { placeHandlers } from './handlers/places'
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
  ...contentHandlers,
  ...inboxHandlers,
  ...messageHandlers,
}
