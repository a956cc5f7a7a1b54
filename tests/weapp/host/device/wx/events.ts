type Listener = (...told: never[]) => unknown

/** What wx.onX and wx.offX exist for. */
const EVENTS = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'MemoryWarning',
  'ThemeChange',
  'NetworkStatusChange',
] as const
export type Event = (typeof EVENTS)[number]

const listeners = new Map<Event, Set<Listener>>(EVENTS.map((event) => [event, new Set()]))

const listening = (event: Event): Set<Listener> => listeners.get(event) ?? new Set()

/** Tells everybody who listens; whether anybody did. */
export function emit(event: Event, told?: object): boolean {
  const all = [...listening(event)]
  for (const listener of all) (listener as (...told: unknown[]) => unknown)(told)
  return all.length > 0
}

/** onX and offX for every event; offX without a listener forgets them all. */
export const listenersOfWx: Record<string, (listener?: Listener) => void> = Object.fromEntries(
  EVENTS.flatMap((event) => [
    [`on${event}`, (listener?: Listener) => void (listener && listening(event).add(listener))],
    [
      `off${event}`,
      (listener?: Listener) => void (listener ? listening(event).delete(listener) : listening(event).clear()),
    ],
  ]),
)
