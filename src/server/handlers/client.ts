import type { ParsedOf } from '#contracts/operations'
import { ok } from '#core/result'
import type { HandlersOf } from '../operation'

/** A mishap on somebody's phone; the contract has let nothing personal through. */
class PhoneMishap extends Error {
  override name = 'PhoneMishap'

  constructor({ kind, name, message, target, build, page, frames }: ParsedOf<'client.report'>) {
    super(message)
    this.stack = [`${kind} ${name} ${message}`, `${target} ${build} ${page}`, ...frames].join('\n')
  }
}

export const clientHandlers: HandlersOf<'client.report'> = {
  'client.report': async (mishap, { system }) => {
    system.report(new PhoneMishap(mishap), mishap.requestId ?? 'phone')
    return ok({ done: true })
  },
}
