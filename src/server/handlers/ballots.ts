import { ok, refuse } from '#core/result'
import { putBallots } from '../council/cast'
import { receiptsOf } from '../council/receipts'
import { judgeVotes } from '../council/voting'
import type { HandlersOf } from '../operation'

export const ballotHandlers: HandlersOf<'ballots.cast' | 'ballots.mine'> = {
  // Most calls never come here: they are cast in groups (together/), by the same rules.
  'ballots.cast': async ({ pollId, votes }, asking) => {
    const [judged] = await judgeVotes(asking, pollId, [{ actor: asking.actor, votes }])
    if (!judged?.ok) return judged ?? refuse('NOT_FOUND')
    const { poll, ballots, answer } = judged.value
    await putBallots(asking, poll, { at: answer.at, ballots })
    return ok(answer)
  },
  'ballots.mine': async (_, asking) => {
    const { personId } = asking.actor
    return personId ? ok({ items: await receiptsOf(asking, personId) }) : refuse('NOT_AUTHENTICATED')
  },
}
