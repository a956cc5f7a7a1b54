import { create } from 'zustand'
import { watchUpdates } from '../platform/updates'

interface Update {
  /** Starts the app anew with the version that lies ready. */
  apply: (() => void) | undefined
  failed: boolean
  /** 等会儿: not asked again in this life of the app; WeChat takes the new version at the next start by itself. */
  later(): void
}

export const useUpdate = create<Update>((set) => ({
  apply: undefined,
  failed: false,
  later: () => set({ apply: undefined }),
}))

export const startUpdates = (): void =>
  watchUpdates({
    ready: (apply) => useUpdate.setState({ apply }),
    failed: () => useUpdate.setState({ failed: true }),
  })
