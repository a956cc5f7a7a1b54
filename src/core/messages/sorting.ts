import { awake } from './times'
import type { Template, Worth } from './worth'

/** A message that waits to be sent to one person. Instants are epoch milliseconds. */
export interface Waiting extends Worth {
  id: string
  /** The concern, or the motion of a council, it is about. */
  concernId: string
  urgent: boolean
  /** When it happened. */
  at: number
  dueAt: number
  until: number
  /** Its reader has seen it in the app. */
  read: boolean
  /** What it says is so no longer. */
  outdated: boolean
  /** It holds a grant already, from a try that failed. */
  holdsGrant: boolean
}

/** Why a message is not sent at all; it stays in the inbox, which has everything. */
export type Left = 'read' | 'outdated' | 'expired' | 'superseded' | 'no_grant'

export interface Sorted {
  /** The one to send now: never two at once to the same person. */
  send: Waiting | null
  leave: { id: string; why: Left }[]
  /** Not to be looked at again before that instant. */
  wait: { id: string; dueAt: number }[]
}

export type Grants = Record<Template, number>

/**
 * Which of the messages that wait for one person goes now. With fewer grants than messages the most important ones
 * get them; what the reader knows already, and what newer news of the same matter tells better, is left.
 */
export function sortOut(waiting: readonly Waiting[], grants: Grants, now: number): Sorted {
  const leave: Sorted['leave'] = []
  const wait: Sorted['wait'] = []
  const kept = (why: (one: Waiting) => Left | null) => (one: Waiting) => {
    const reason = why(one)
    if (reason) leave.push({ id: one.id, why: reason })
    return !reason
  }

  const wanted = waiting.filter(kept((one) => whyUnwanted(one, now)))
  const first = coveredBy(grants, wanted)
  const latest = wanted.filter(
    kept((one) => (first.some((other) => supersedes(other, one)) ? 'superseded' : null)),
  )
  const covered = coveredBy(grants, latest)

  let send: Waiting | null = null
  for (const one of latest.sort(importantFirst)) {
    const dueAt = one.urgent ? one.dueAt : awake(Math.max(one.dueAt, now))
    if (!covered.includes(one)) leave.push({ id: one.id, why: 'no_grant' })
    else if (dueAt > now) wait.push({ id: one.id, dueAt })
    else send ??= one
  }
  return { send, leave, wait }
}

function whyUnwanted({ read, outdated, until }: Waiting, now: number): Left | null {
  if (read) return 'read'
  if (outdated) return 'outdated'
  return until <= now ? 'expired' : null
}

/** Newer news of the same matter says it all, unless it is lighter news of another kind, or would let an emergency wait. */
const supersedes = (other: Waiting, one: Waiting): boolean =>
  other.concernId === one.concernId &&
  isLater(other, one) &&
  (other.template === one.template || other.weight >= one.weight) &&
  (other.urgent || !one.urgent)

const isLater = (other: Waiting, one: Waiting): boolean =>
  other.at > one.at || (other.at === one.at && other.id > one.id)

const importantFirst = (a: Waiting, b: Waiting): number =>
  Number(b.urgent) - Number(a.urgent) || b.weight - a.weight || b.at - a.at || (a.id < b.id ? -1 : 1)

/** The messages there is a grant for: those that hold one, then the most important. */
function coveredBy(grants: Grants, worthy: readonly Waiting[]): Waiting[] {
  const left = { ...grants }
  return [...worthy].sort(importantFirst).filter(({ template, holdsGrant }) => {
    if (holdsGrant) return true
    left[template] -= 1
    return left[template] >= 0
  })
}
