import type { GridPath, Level } from '../grids/grid'
import type { Calendar } from './calendar'
import { type Category, categoryOf } from './category'
import { firstDeadlines } from './clocks'
import type { Concern, Desk, Matter } from './concern'
import { deskAt, lowestDesk } from './ladder'

/** What a resident, or staff on his behalf, sends. The rest follows from the category and the place. */
export type Draft = Pick<
  Matter,
  'id' | 'streetId' | 'no' | 'category' | 'title' | 'detail' | 'photoIds' | 'place' | 'anonymous' | 'channel'
> & {
  reporterId: string
  /** The grid known to hold the place; the building's own goes first. */
  gridPath: GridPath
}

/** What the registry knows about the place and the clock about the moment. */
export interface Circumstances {
  now: number
  calendar: Calendar
  building: { gridPath: GridPath; headId: string | null } | null
  /** Its words wait for a look by grid staff (先给网格员看一眼). */
  held: boolean
}

/** 反映一件事: a concern with its first desk and both promises, counted from this moment. */
export function raise(draft: Draft, { now, calendar, building, held }: Circumstances): Concern {
  const category: Category = categoryOf(draft.category)
  const gridPath = building?.gridPath ?? draft.gridPath
  const headId = building?.headId ?? null
  const aboutPersonId = draft.category === 'HEAD_CONDUCT' && headId !== draft.reporterId ? headId : null
  const headTakesIt = headId !== null && headId !== draft.reporterId && aboutPersonId === null

  return {
    ...draft,
    gridPath,
    aboutPersonId,
    severity: category.severity,
    visibility: category.visibility,
    submittedAt: now,
    state: held ? 'held' : 'submitted',
    ...firstDesk(category, gridPath, headTakesIt),
    ...NOBODY_YET,
    ...firstDeadlines(draft.category, now, calendar),
    resolveSpan: category.resolve,
  }
}

const NOBODY_YET = {
  helpedId: null,
  ownerId: null,
  departmentId: null,
  acceptedAt: null,
  contactedAt: null,
  extensions: [],
  whistles: [],
  reopenCount: 0,
}

/** The category's desk; the grid's instead of a head who is missing or concerned; a step up where no desk exists. */
function firstDesk(
  category: Category,
  gridPath: GridPath,
  headTakesIt: boolean,
): { level: Level; desk: Desk } {
  if (category.desk === 'head') {
    return headTakesIt ? { level: 3, desk: 'head' } : deskFrom(gridPath, 2)
  }
  const level = lowestDesk(gridPath, category.level)
  return level === category.level ? { level, desk: category.desk } : { level, desk: deskAt(level) }
}

function deskFrom(gridPath: GridPath, wanted: Level): { level: Level; desk: Desk } {
  const level = lowestDesk(gridPath, wanted)
  return { level, desk: deskAt(level) }
}
