import { appraisals } from './sources/appraisals'
import { ballots } from './sources/ballots'
import { cards } from './sources/cards'
import { councils } from './sources/councils'
import { goals } from './sources/goals'
import { gridConcerns } from './sources/grid-concerns'
import { hazards } from './sources/hazards'
import { headConcerns } from './sources/head-concerns'
import { homes } from './sources/homes'
import { meetings } from './sources/meetings'
import { notices } from './sources/notices'
import { patrols } from './sources/patrols'
import { register } from './sources/register'
import { seats } from './sources/seats'
import type { GridSubject, HeadSubject, Source } from './sources/source'

export const HEAD_SOURCES: readonly Source<HeadSubject>[] = [
  cards,
  homes,
  notices,
  headConcerns,
  patrols,
  hazards,
  appraisals,
  ballots,
  meetings,
]

export const GRID_SOURCES: readonly Source<GridSubject>[] = [gridConcerns, seats, register, councils, goals]
