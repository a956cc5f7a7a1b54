import type { HardshipState } from '../care/hardship'
import type { PairingState } from '../care/pairing'
import type { State } from '../concerns/concern'
import type { Ending, MotionState } from '../council/motion'
import type { ProjectState } from '../council/project'
import type { WeeklyGoal } from '../goals/goal'
import type { EntryKind, EntryState, ListKind } from './entry'

/** What each kind of entry can be, in its own words; `standing.ts` says which it is. */
export interface Standings {
  concern: State | 'sent_back' | 'merged' | 'dropped'
  pairing: PairingState
  hardship: HardshipState
  task: 'draft' | 'open' | 'full' | 'running' | 'to_confirm' | 'settled' | 'cancelled'
  offer: 'coming' | 'open' | 'ended'
  motion: Exclude<MotionState, 'ended'> | Ending
  project: ProjectState
  goal: WeeklyGoal['state'] | 'ahead'
  change: 'told'
  joint: 'unsigned' | 'part_signed' | 'closed' | 'cancelled'
}

/** The one table: what everything is called in the five lists (domain rules 4.3.6, 4.6). */
export const TABLE: { [Kind in EntryKind]: Record<Standings[Kind], EntryState> } = {
  concern: {
    submitted: 'open',
    held: 'open',
    accepted: 'claimed',
    in_progress: 'doing',
    awaiting_department: 'doing',
    paused: 'doing',
    sent_back: 'returned',
    resolved: 'to_check',
    verified: 'to_check',
    closed: 'struck',
    merged: 'struck',
    dropped: 'returned',
  },
  pairing: { suggested: 'open', proposed: 'claimed', active: 'doing', declined: 'returned', ended: 'struck' },
  hardship: {
    reported: 'open',
    appealed: 'open',
    not_listed: 'returned',
    listed: 'claimed',
    helping: 'doing',
    relieved: 'to_check',
    referred: 'to_check',
    stable: 'to_check',
    struck: 'struck',
    withdrawn: 'returned',
  },
  task: {
    draft: 'open',
    open: 'open',
    full: 'claimed',
    running: 'doing',
    to_confirm: 'to_check',
    settled: 'struck',
    cancelled: 'returned',
  },
  offer: { coming: 'claimed', open: 'doing', ended: 'struck' },
  // What is not carried yet is nobody's to carry out; only what is carried stands in the list.
  motion: {
    proposed: 'open',
    seconded: 'open',
    returned: 'returned',
    scheduled: 'open',
    announced: 'open',
    debating: 'open',
    voting: 'open',
    run_off: 'open',
    lot: 'open',
    no_quorum: 'returned',
    publicity: 'open',
    in_review: 'to_check',
    in_force: 'claimed',
    implementing: 'doing',
    result_publicity: 'to_check',
    archived: 'struck',
    rejected: 'returned',
    lapsed: 'returned',
    withdrawn: 'returned',
    referred: 'returned',
    annulled: 'returned',
    void: 'returned',
  },
  project: {
    planned: 'claimed',
    funded: 'claimed',
    running: 'doing',
    to_accept: 'to_check',
    rework: 'returned',
    // Accepted, and its result still public for its days.
    accepted: 'to_check',
    published: 'struck',
  },
  goal: { ahead: 'claimed', open: 'doing', done: 'struck', missed: 'returned' },
  change: { told: 'struck' },
  joint: { unsigned: 'doing', part_signed: 'to_check', closed: 'struck', cancelled: 'returned' },
}

/** In which list what stands. */
export const LIST_OF: Record<EntryKind, ListKind> = {
  concern: 'concern',
  pairing: 'pairing',
  hardship: 'hardship',
  task: 'service',
  offer: 'service',
  motion: 'cogov',
  project: 'cogov',
  goal: 'cogov',
  change: 'cogov',
  joint: 'cogov',
}
