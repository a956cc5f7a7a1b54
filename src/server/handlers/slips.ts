import type { OperationName } from '#contracts/operations'
import { slipsOf } from '../council/slip-view'
import { confirmSlip, disputeSlip, enterSlip, refuseSlip } from '../council/slips'
import type { HandlersOf } from '../operation'

type SlipOperation = Extract<OperationName, `slips.${string}`>

export const slipHandlers: HandlersOf<SlipOperation> = {
  'slips.list': ({ motionId }, asking) => slipsOf(motionId, asking),
  'slips.enter': enterSlip,
  'slips.confirm': confirmSlip,
  'slips.refuse': refuseSlip,
  'slips.dispute': disputeSlip,
}
