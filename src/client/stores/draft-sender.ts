import { call } from '../call'
import { queryClient } from '../platform/query-client'
import type { Draft, Report } from './draft'
import { dropPhotos, sendPhotos } from './draft-photos'
import { isUnsettled } from './draft-steps'
import { draftOf, useDrafts } from './drafts'
import { sendingInTurn, whenThereIsHope } from './sending-in-turn'
import { useSession } from './session'

/** How long 交了 stays in 我的 when nobody has looked. Milliseconds: seven days. */
const REMEMBERED = 7 * 86_400_000

const { apply } = useDrafts.getState()

/** 交给网格员: from here on the draft is the queue's business, whatever happens to the app. */
export function handOver(id: string, report: Report): void {
  apply(id, { kind: 'hand-over', report, at: Date.now() })
  void sendDue()
}

/** 重试: this one now. */
export function retryNow(id: string): void {
  apply(id, { kind: 'wake', at: Date.now() })
  void sendDue()
}

/** Picks up what an earlier life of the app left, and goes on whenever the network or the person comes back. */
export function startDrafts(): void {
  for (const draft of useDrafts.getState().drafts) {
    if (isForgotten(draft)) useDrafts.getState().remove(draft.id)
  }
  wakeDrafts()
  whenThereIsHope(wakeDrafts)
}

/** What waits, or was on its way when the app was killed, is tried now. */
export function wakeDrafts(): void {
  for (const { id } of useDrafts.getState().drafts) apply(id, { kind: 'wake', at: Date.now() })
  void sendDue()
}

const isForgotten = ({ progress }: Draft): boolean =>
  progress.state === 'accepted' && Date.now() - progress.at > REMEMBERED

const waitingOnes = (): (Draft & { progress: { state: 'waiting' } })[] => {
  const { me } = useSession.getState()
  return useDrafts
    .getState()
    .drafts.filter(
      (draft): draft is Draft & { progress: { state: 'waiting' } } => draft.progress.state === 'waiting',
    )
    .filter((draft) => me !== undefined && draft.owner === me.personId)
}

export const sendDue = sendingInTurn({
  next: () =>
    waitingOnes()
      .filter(({ progress }) => progress.retryAt <= Date.now())
      .sort((a, b) => a.startedAt - b.startedAt)[0],
  carry,
  dueTimes: () => waitingOnes().map(({ progress }) => progress.retryAt),
})

/** Photos first: the concern names them, so the server must have them. */
async function carry(id: string): Promise<void> {
  const photos = await sendPhotos(id)
  if (!photos.ok) {
    const at = Date.now()
    apply(
      id,
      isUnsettled(photos.error) ? { kind: 'rest', at } : { kind: 'refuse', failure: photos.error, at },
    )
    return
  }
  // Meanwhile the person may have taken it back to change it.
  const draft = apply(id, { kind: 'attempt' })
  if (draft?.progress.state !== 'sending') return
  const answer = await call('concerns.submit', draft.progress.report, id)
  apply(id, { kind: 'answer', answer, at: Date.now() })
  if (draftOf(id)?.progress.state === 'accepted') await settle(id)
}

async function settle(id: string): Promise<void> {
  await dropPhotos(id)
  await queryClient.invalidateQueries()
}
