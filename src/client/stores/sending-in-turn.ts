import { useConnection } from './connection'
import { useSession } from './session'

interface Waiting {
  /** The next that may go now, or nothing. */
  next(): { id: string } | undefined
  carry(id: string): Promise<void>
  /** When those that wait may go; milliseconds. */
  dueTimes(): number[]
}

/** Carries what waits one at a time, then sleeps until the next is due. A second call joins the first. */
export function sendingInTurn({ next, carry, dueTimes }: Waiting): () => Promise<void> {
  let atWork = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const nextNow = () => (useConnection.getState().online ? next() : undefined)
  async function sendDue(): Promise<void> {
    if (atWork) return
    atWork = true
    try {
      for (let one = nextNow(); one; one = nextNow()) await carry(one.id)
    } finally {
      atWork = false
    }
    sleepUntilDue()
  }
  function sleepUntilDue() {
    clearTimeout(timer)
    const times = dueTimes()
    if (times.length === 0 || !useConnection.getState().online) return
    timer = setTimeout(sendDue, Math.max(0, Math.min(...times) - Date.now()))
  }
  return sendDue
}

/** Tells when what waits has new hope: the network is back, or somebody has signed in. */
export function whenThereIsHope(wake: () => void): void {
  useConnection.subscribe((now, before) => {
    if (now.online && !before.online) wake()
  })
  useSession.subscribe((now, before) => {
    if (now.me && now.me.personId !== before.me?.personId) wake()
  })
}
