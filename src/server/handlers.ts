import { clientHandlers } from './handlers/client'
import { concernQueryHandlers } from './handlers/concern-queries'
import { concernStepHandlers } from './handlers/concern-steps'
import { contentHandlers } from './handlers/content'
import { headQueryHandlers } from './handlers/head-queries'
import { headHandlers } from './handlers/heads'
import { homeHandlers } from './handlers/home'
import { inboxHandlers } from './handlers/inbox'
import { messageHandlers } from './handlers/messages'
import { noticeHandlers } from './handlers/notices'
import { officeQueryHandlers } from './handlers/office-queries'
import { officeHandlers } from './handlers/offices'
import { peopleHandlers } from './handlers/people'
import { photoHandlers } from './handlers/photos'
import { placeHandlers } from './handlers/places'
import { residenceHandlers } from './handlers/residences'
import { submitHandlers } from './handlers/submit'
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
  ...headHandlers,
  ...headQueryHandlers,
  ...noticeHandlers,
  ...residenceHandlers,
  ...officeHandlers,
  ...officeQueryHandlers,
  ...messageHandlers,
}
