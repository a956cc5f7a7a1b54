import { ok } from '#core/result'
import { confirmStatute, readStatute, statutesNow, switchOffStatute } from '../council/statutes'
import type { HandlersOf } from '../operation'

type StatuteOperation = 'statutes.list' | 'statutes.read' | 'statutes.confirm' | 'statutes.switchOff'

export const statuteHandlers: HandlersOf<StatuteOperation> = {
  'statutes.list': async (_, asking) => ok({ items: await statutesNow(asking) }),
  'statutes.read': readStatute,
  'statutes.confirm': confirmStatute,
  'statutes.switchOff': switchOffStatute,
}
