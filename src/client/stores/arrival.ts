import { create } from 'zustand'
import type { NamedBuilding } from './draft'

/** The house whose code was scanned: the next report begins there. Not kept; leaving the report forgets it. */
export const useArrival = create<{ building: NamedBuilding | undefined }>(() => ({ building: undefined }))

export const arriveAt = (building: NamedBuilding): void => useArrival.setState({ building })
export const forgetArrival = (): void => useArrival.setState({ building: undefined })
