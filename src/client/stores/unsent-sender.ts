import { call } from '../call'
import { queryClient } from '../platform/query-client'
import type { Answer } from '../platform/transport'
import { sendingInTurn, whenThereIsHope } from './sending-in-turn'
import { useSession } from './session'
import { isUnsent, type LeftOver, type Unsent } from './unsent'
import { unsentOf, useUnsent } from './unsent-list'

const waitingOnes = () =>
  unsentOf(useUnsent.getState().all, useSession.getState().me?.personId).filter(
    (one): one is LeftOver & { progress: { state: 'waiting' } } => one.progress.state === 'waiting',
  )

const sendDue = sendingInTurn({
  // The oldest or none: later ones may lean on it, as 我也遇到 on a message that was read.
  next: () =>
    waitingOnes()
      .slice(0, 1)
      .find(({ progress }) => progress.retryAt <= Date.now()),
  carry,
  dueTimes: () =>
    waitingOnes()
      .slice(0, 1)
      .map(({ progress }) => progress.retryAt),
})

async function carry(id: string): Promise<void> {
  const { apply } = useUnsent.getState()
  const unsent = apply(id, { kind: 'attempt' })
  if (unsent?.progress.state !== 'sending') return
  const answer = await call(unsent.operation, unsent.input, id)
  apply(id, { kind: 'answer', answer, at: Date.now() })
  if (answer.ok) await queryClient.invalidateQueries()
}

interface Tapped {
  operation: string
  input: unknown
  /** The key it is to leave with. */
  id: string
  title: string
}

/**
 * A small command lies on the phone before its first try, so that it is sent whatever happens to the app. Answers the
 * key to send it under: that of the same command, if one waits already. `undefined`: this one is not kept.
 */
export function keepTapped(tapped: Tapped): string | undefined {
  const owner = useSession.getState().me?.personId
  const unsent = { ...tapped, owner, keptAt: Date.now(), progress: { state: 'tapped' } }
  return isUnsent(unsent) ? useUnsent.getState().keep(unsent).id : undefined
}

const KEPT: Answer<never> = { ok: false, error: { code: 'KEPT' } }

/** The first tries of a command that is kept are over: answered it goes, unanswered it is sent by itself. */
export function settleTapped<Data>(id: string, answer: Answer<Data>): Answer<Data> {
  const lost = !answer.ok && answer.error.code === 'OFFLINE'
  useUnsent.getState().apply(id, { kind: 'tried', lost, at: Date.now() })
  if (!lost) return answer
  void sendDue()
  return KEPT
}

function wake(states: Unsent['progress']['state'][]): void {
  const { all, apply } = useUnsent.getState()
  for (const { id, progress } of all)
    if (states.includes(progress.state)) apply(id, { kind: 'wake', at: Date.now() })
  void sendDue()
}

/** Whatever waits is tried now. */
export const wakeUnsent = (): void => wake(['waiting', 'sending'])

/** What was on its way when the app was killed, the first time or again, is tried with the rest. */
export function startUnsent(): void {
  wake(['tapped', 'waiting', 'sending'])
  whenThereIsHope(wakeUnsent)
}
