import { call } from '../call'
import { queryClient } from '../platform/query-client'
import type { Answer } from '../platform/transport'
import { pauseAfter } from './draft-steps'
import { sendingInTurn, whenThereIsHope } from './sending-in-turn'
import { useSession } from './session'
import { isUnsent, type Unsent } from './unsent'
import { unsentOf, useUnsent } from './unsent-list'

const waitingOnes = () =>
  unsentOf(useUnsent.getState().all, useSession.getState().me?.personId).filter(
    (one): one is Unsent & { progress: { state: 'waiting' } } => one.progress.state === 'waiting',
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

interface Left {
  operation: string
  input: unknown
  /** The key it left with. */
  id: string
  title: string
}

const KEPT: Answer<never> = { ok: false, error: { code: 'KEPT' } }

/** A small command that got no answer is the phone's business from here on, whatever happens to the app. */
export function keepIfLost<Data>(answer: Answer<Data>, left: Left): Answer<Data> {
  const owner = useSession.getState().me?.personId
  if (answer.ok || answer.error.code !== 'OFFLINE' || !owner) return answer
  const at = Date.now()
  const unsent = {
    ...left,
    owner,
    keptAt: at,
    progress: { state: 'waiting', rests: 1, retryAt: at + pauseAfter(0) },
  }
  if (!isUnsent(unsent)) return answer
  useUnsent.getState().keep(unsent)
  void sendDue()
  return KEPT
}

/** Whatever was on its way when the app was killed, and whatever waits, is tried now. */
export function wakeUnsent(): void {
  const { all, apply } = useUnsent.getState()
  for (const { id, progress } of all)
    if (progress.state !== 'refused') apply(id, { kind: 'wake', at: Date.now() })
  void sendDue()
}

export function startUnsent(): void {
  wakeUnsent()
  whenThereIsHope(wakeUnsent)
}
