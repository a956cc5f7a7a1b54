import { create } from 'zustand'
import { box } from '../platform/storage'
import { isLeftOver, isUnsent, type LeftOver, stepUnsent, type Unsent, type UnsentEvent } from './unsent'

interface UnsentList {
  all: Unsent[]
  /** On the phone's storage before anybody hears of it; the same command is kept once, and answered as it is kept. */
  keep(unsent: Unsent): Unsent
  apply(id: string, event: UnsentEvent): Unsent | undefined
  remove(ids: string[]): void
}

const isList = (found: unknown): found is unknown[] => Array.isArray(found)
const kept = box('unsent', isList)

/** What storage holds, not what memory believes: another tab of the same browser may have written since. */
const recall = (): Unsent[] => (kept.read() ?? []).filter(isUnsent)

const isSame = (one: Unsent, other: Unsent): boolean =>
  one.owner === other.owner &&
  one.operation === other.operation &&
  JSON.stringify(one.input) === JSON.stringify(other.input) &&
  one.progress.state !== 'refused'

export const useUnsent = create<UnsentList>((set) => {
  const write = (all: Unsent[]) => {
    if (all.length > 0) kept.write(all)
    else kept.clear()
    set({ all })
  }
  return {
    all: recall(),
    keep: (unsent) => {
      const before = recall()
      const same = before.find((one) => isSame(one, unsent))
      if (!same) write([...before, unsent])
      return same ?? unsent
    },
    apply: (id, event) => {
      const before = recall()
      const found = before.find((one) => one.id === id)
      const after = found && stepUnsent(found, event)
      write(before.map((one) => (one.id === id ? after : one)).filter((one) => one !== undefined))
      return after
    },
    remove: (ids) => write(recall().filter(({ id }) => !ids.includes(id))),
  }
})

/**
 * A phone may pass from hand to hand: one's own only, in the order in which they were meant. What was tapped this
 * moment is not among them: it is about to be answered.
 */
export const unsentOf = (all: Unsent[], person: string | undefined): LeftOver[] =>
  all
    .filter(isLeftOver)
    .filter(({ owner }) => owner === person)
    .sort((a, b) => a.keptAt - b.keptAt)
