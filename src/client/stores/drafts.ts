import { create } from 'zustand'
import { newKey } from '../platform/keys'
import { box } from '../platform/storage'
import { type Draft, isDraft, isWorthOffering, type Writing } from './draft'
import { type DraftEvent, stepDraft } from './draft-steps'

interface Drafts {
  drafts: Draft[]
  /** A new draft with the key it keeps for ever. */
  begin(writing: Writing, owner: string | null): Draft
  /** Every change is on the phone's storage before anybody hears of it. */
  apply(id: string, event: DraftEvent): Draft | undefined
  remove(id: string): void
}

const isList = (found: unknown): found is unknown[] => Array.isArray(found)
const kept = box('drafts', isList)

/** What storage holds, not what memory believes: another tab of the same browser may have written since. */
const recall = (): Draft[] => (kept.read() ?? []).filter(isDraft)

export const useDrafts = create<Drafts>((set) => {
  const keep = (drafts: Draft[]) => {
    kept.write(drafts)
    set({ drafts })
  }
  return {
    drafts: recall(),
    begin: (writing, owner) => {
      const at = Date.now()
      const draft: Draft = {
        id: newKey(at),
        owner,
        startedAt: at,
        changedAt: at,
        touched: false,
        writing,
        progress: { state: 'writing' },
      }
      keep([...recall(), draft])
      return draft
    },
    apply: (id, event) => {
      const drafts = recall().map((draft) => (draft.id === id ? stepDraft(draft, event) : draft))
      keep(drafts)
      return drafts.find((draft) => draft.id === id)
    },
    remove: (id) => keep(recall().filter((draft) => draft.id !== id)),
  }
})

export const draftOf = (id: string): Draft | undefined =>
  useDrafts.getState().drafts.find((draft) => draft.id === id)

/** A phone may pass from hand to hand: a draft is shown to the one who wrote it, or to the guest who began it. */
const isFor = (draft: Draft, person: string | undefined): boolean =>
  draft.owner === null || draft.owner === person

/** 上次没写完: the newest first. */
export const offeredTo = (drafts: Draft[], person: string | undefined): Draft[] =>
  drafts
    .filter((draft) => isFor(draft, person) && isWorthOffering(draft))
    .sort((a, b) => b.changedAt - a.changedAt)

/** Everything of this person that is not a finished story: begun, waiting, refused, or just arrived. */
export const draftsFor = (drafts: Draft[], person: string | undefined): Draft[] =>
  drafts
    .filter((draft) => isFor(draft, person) && (draft.touched || draft.progress.state !== 'writing'))
    .sort((a, b) => b.changedAt - a.changedAt)
