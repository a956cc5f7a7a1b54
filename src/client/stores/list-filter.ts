import { create } from 'zustand'
import type { InputOf } from '#contracts/operations'

type ListInput = InputOf<'concerns.list'>

/** What of everybody's matters is looked at. Opening a tab carries no parameters, so the plan leaves its choice here. */
export interface ListFilter {
  show: NonNullable<ListInput['show']>
  category?: ListInput['category']
  gridPath?: string
  building?: { id: string; label: string }
  text: string
}

interface ListFilterStore extends ListFilter {
  choose(change: Partial<ListFilter>): void
  /** Everything open, everywhere. */
  clear(): void
}

const EVERYTHING: ListFilter = {
  show: 'open',
  category: undefined,
  gridPath: undefined,
  building: undefined,
  text: '',
}

export const useListFilter = create<ListFilterStore>((set) => ({
  ...EVERYTHING,
  choose: (change) => set(change),
  clear: () => set(EVERYTHING),
}))

export function inputOf({ show, category, gridPath, building, text }: ListFilter): ListInput {
  const words = text.trim()
  return {
    show,
    ...(category && { category }),
    ...(gridPath && { gridPath }),
    ...(building && { buildingId: building.id }),
    ...(words && { text: words }),
  }
}

/** Something narrows the list besides open and done. */
export const isNarrowed = (filter: ListFilter): boolean =>
  Boolean(filter.category || filter.gridPath || filter.building || filter.text.trim())
