import { create } from 'zustand'
import type { OutputOf } from '#contracts/operations'
import { box, isText } from '../platform/storage'

export type Me = OutputOf<'people.me'>

interface Session {
  /** Opaque; proves who calls. `undefined` = a guest. */
  token: string | undefined
  me: Me | undefined
  enter(signedIn: { token: string; me: Me }): void
  meet(me: Me): void
  leave(): void
}

const kept = box('token', isText)

export const useSession = create<Session>((set) => ({
  token: kept.read(),
  me: undefined,
  enter: ({ token, me }) => {
    kept.write(token)
    set({ token, me })
  },
  meet: (me) => set({ me }),
  leave: () => {
    kept.clear()
    set({ token: undefined, me: undefined })
  },
}))
