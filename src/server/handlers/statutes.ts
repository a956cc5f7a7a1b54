import { ok } from '#core/result'
import { confirmStatute, readStatute, statutesNow } from '../council/statutes'
import type { HandlersOf } from '../operation'

export const statuteHandlers: HandlersOf<'statutes.list' | 'statutes.read' | 'statutes.confirm'> = {
  'statutes.list': async (_, asking) => ok({ items: await statutesNow(asking) }),
  'statutes.read': readStatute,
  'statutes.confirm': confirmStatute,
}
