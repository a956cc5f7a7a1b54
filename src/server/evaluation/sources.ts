import { appraisals } from './sources/appraisals'
import { ballots } from './sources/ballots'
import { cards } from './sources/cards'
import { gridConcerns } from './sources/grid-concerns'
import { hazards } from './sources/hazards'
import { headConcerns } from './sources/head-concerns'
import { homes } from './sources/homes'
import { notices } from './sources/notices'
import { patrols } from './sources/patrols'
import { register } from './sources/register'
import { seats } from './sources/seats'
import type { GridSubject, HeadSubject, Source } from './sources/source'

/** Attendance has no source yet: meetings are not kept. It is not applicable until one stands here. */
export const HEAD_SOURCES: readonly Source<HeadSubject>[] = [
  cards,
  homes,
  notices,
  headConcerns,
  patrols,
  hazards,
  appraisals,
  ballots,
]

/** Council (meetings, and decisions carried out in time) and weekly goals have no source yet. */
export const GRID_SOURCES: readonly Source<GridSubject>[] = [gridConcerns, seats, register]
