import { create } from 'zustand'
import { box, isRecord } from '../platform/storage'
import type { NamedBuilding } from './draft'
import { useSession } from './session'

/** Where somebody lives, as far as this phone knows. */
export interface Home extends NamedBuilding {
  estateId: string | null
  gridPath: string
}

interface Preferred {
  /** 您住哪一栋: said on this phone by a guest or somebody whose residence nobody has confirmed. */
  building: Home | undefined
  prefer(building: Home): void
}

const isHome = (found: unknown): found is Home =>
  isRecord(found) &&
  typeof found.id === 'string' &&
  typeof found.label === 'string' &&
  typeof found.gridPath === 'string' &&
  isRecord(found.point)

const kept = box('building', isHome)

export const usePreferred = create<Preferred>((set) => ({
  building: kept.read(),
  prefer: (building) => {
    kept.write(building)
    set({ building })
  },
}))

/** The registered home before the one said on the phone. */
export function useMyBuilding(): Home | undefined {
  const home = useSession((session) => session.me?.home)
  const preferred = usePreferred(({ building }) => building)
  if (!home) return preferred
  const { buildingId, label, point, estateId, gridPath } = home
  return { id: buildingId, label, point, estateId, gridPath }
}
