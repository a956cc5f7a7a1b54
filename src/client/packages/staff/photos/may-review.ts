import { reachOf } from '#core/people/policy'
import type { Me } from '../../../stores/session'

/** Whether one of his offices looks at photos; which ones, the server knows. */
export const mayReview = ({ offices }: Me): boolean =>
  offices.some(({ role }) => reachOf('content.review', role) !== undefined)
