import { create } from 'zustand'
import type { OutputOf } from '#contracts/operations'
import { box, isRecord, isText } from '../platform/storage'

export type Me = OutputOf<'people.me'>

interface Session {
  /** Opaque; proves who calls. `undefined` = a guest. */
  token: string | undefined
  me: Me | undefined
  enter(signedIn: { token: string; me: Me }): void
  meet(me: Me): void
  leave(): void
}

const isMe = (found: unknown): found is Me =>
  isRecord(found) && typeof found.personId === 'string' && Array.isArray(found.offices)

const kept = box('token', isText)
/** Who it was when last asked: a phone without a network still knows whose it is and where he lives. */
const keptMe = box('me', isMe)

export const useSession = create<Session>((set, get) => ({
  token: kept.read(),
  me: kept.read() ? keptMe.read() : undefined,
  enter: ({ token, me }) => {
    kept.write(token)
    keptMe.write(me)
    set({ token, me })
  },
  meet: (me) => {
    // An answer that was asked for before somebody signed out comes too late.
    if (get().token === undefined) return
    keptMe.write(me)
    set({ me })
  },
  leave: () => {
    kept.clear()
    keptMe.clear()
    set({ token: undefined, me: undefined })
  },
}))

/** Who sends a photo, as far as this phone knows. */
export const senderOf = ({ token, me }: Session) => ({ token, personId: me?.personId })
