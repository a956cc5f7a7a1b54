import { create } from 'zustand'
import { watchConnection } from '../platform/connection'

interface Connection {
  online: boolean
  start(): void
}

export const useConnection = create<Connection>((set) => ({
  online: true,
  start: () => {
    watchConnection((online) => set({ online }))
  },
}))
