import { appraisals } from './sources/appraisals'
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

/** Attendance and ballots have no source yet: councils are not kept. They are not applicable until one stands here. */
export const HEAD_SOURCES: readonly Source<HeadSubject>[] = [
  cards,
  homes,
  notices,
  headConcerns,
  patrols,
  hazards,
  appraisals,
]

/** Council and weekly goals have no source yet. */
export const GRID_SOURCES: readonly Source<GridSubject>[] = [gridConcerns, seats, register]
