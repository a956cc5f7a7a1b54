import type { ParsedOf } from '#contracts/operations'
import type { Result } from '#core/result'
import type { ParsedCall } from '../dispatch'
import type { System } from '../operation'
import { isUnavailable } from '../storage/database'
import { type CastCall, castTogether } from './ballots'
import { Gathering } from './gathering'

type Answer = Result<unknown> | null

/** By poll: the ballots of one wait for nobody else's. */
const gatherings = new WeakMap<System, Map<string, Gathering<CastCall, Answer>>>()

/**
 * Carries a call out together with others like it, or answers `null`: it is not of that sort, or not so plain, and goes
 * its own way. On the evening a poll closes its ballots come all at once; one transaction for many of them is what lets
 * a small machine keep up (tests/bench/vote-day.ts).
 */
export async function inGroup(system: System, call: ParsedCall): Promise<Answer> {
  const { credentials, key, operation } = call
  if (operation !== 'ballots.cast' || credentials.kind !== 'token' || key === null) return null
  const input = call.input as ParsedOf<'ballots.cast'>
  const { requestId } = call
  return castWithOthers(system, { operation, input, key, token: credentials.token, requestId })
}

function castWithOthers(system: System, call: CastCall): Promise<Answer> {
  const ofSystem = gatherings.get(system) ?? new Map<string, Gathering<CastCall, Answer>>()
  gatherings.set(system, ofSystem)
  const { pollId } = call.input
  const gathering = ofSystem.get(pollId) ?? gatheringOf(system)
  ofSystem.set(pollId, gathering)
  return gathering.ask(call)
}

const gatheringOf = (system: System): Gathering<CastCall, Answer> =>
  new Gathering<CastCall, Answer>({
    touches: ({ token, input }) => [token, ...input.votes.map(({ unitId }) => unitId)],
    carryOut: async (calls) => {
      try {
        return await castTogether(system, calls)
      } catch (surprise) {
        if (isUnavailable(surprise)) throw surprise
        // One of them tripped over a rule of the database: each finds out for itself whether it was the one.
        system.report(surprise, calls[0]?.requestId ?? '')
        return calls.map(() => null)
      }
    },
  })
