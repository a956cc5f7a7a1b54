import type { OutputOf } from '#contracts/operations'
import { ok, type Result, refuse } from '#core/result'
import type { Asking, HandlersOf } from '../operation'
import { consentsOf, say, stateOf, statesOf } from '../people/consents'
import { WITHDRAWALS } from '../people/withdrawals'

export const consentHandlers: HandlersOf<'consents.mine' | 'consents.say'> = {
  'consents.mine': async (_, asking) => {
    const { personId } = asking.actor
    return personId ? mineOf(asking, personId) : refuse('NOT_AUTHENTICATED')
  },

  'consents.say': async ({ purpose, given }, asking) => {
    const { tx, system } = asking
    const { personId } = asking.actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    const before = await stateOf(tx, { streetId: system.streetId, personId }, purpose)
    // Saying the same again is no news, and the history tells only what was said.
    if (before === (given ? 'given' : 'withdrawn')) return mineOf(asking, personId)
    await say(asking, { personId, purpose, given })
    if (!given) await WITHDRAWALS[purpose](asking, personId)
    return mineOf(asking, personId)
  },
}

/** Shown on the page; the whole of it is in the file of 导出. */
const MOST = 50

async function mineOf({ tx, system }: Asking, personId: string): Promise<Result<OutputOf<'consents.mine'>>> {
  const said = await consentsOf(tx, { streetId: system.streetId, personId })
  return ok({ purposes: statesOf(said), history: said.slice(0, MOST) })
}
