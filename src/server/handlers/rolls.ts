import type { OperationName } from '#contracts/operations'
import { sayOpinion } from '../council/opinions'
import { giveProxy, revokeProxy } from '../council/proxies'
import { unitsToChoose } from '../council/roll-units'
import { declareInterest, strikeUnit } from '../council/strikes'
import type { HandlersOf } from '../operation'

type RollOperation = Extract<OperationName, `rolls.${string}` | `proxies.${string}` | `opinions.${string}`>

export const rollHandlers: HandlersOf<RollOperation> = {
  'rolls.units': unitsToChoose,
  'rolls.declare': declareInterest,
  'rolls.strike': strikeUnit,
  'proxies.give': giveProxy,
  'proxies.revoke': revokeProxy,
  'opinions.say': sayOpinion,
}
