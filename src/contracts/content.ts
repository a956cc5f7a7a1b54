import {
  array,
  boolean,
  literal,
  nullable,
  object,
  optional,
  picklist,
  strictObject,
  string,
  variant,
} from 'valibot'
import { PHOTO_STATES } from '#core/content/photo'
import { DOUBTS } from '#core/content/verdict'
import { command, query } from './operation'
import { category, count, cursor, id, instant, page, words } from './shapes'

/** A photo that waits for a person's look. */
const waiting = object({
  id,
  url: string(),
  /** review: a person looks first; refused: the check turned it down, and a person says whether rightly. */
  state: picklist(PHOTO_STATES),
  why: nullable(picklist(DOUBTS)),
  at: instant,
  /** Came with the report or with the result of a matter, is the face of somebody, or shows what a grid has done. */
  shows: variant('kind', [
    object({
      kind: picklist(['report', 'result']),
      concern: object({ id, no: string(), category, title: string(), placeLabel: string() }),
    }),
    object({ kind: literal('face'), name: string() }),
    /** Of a project, a goal or a change. */
    object({ kind: literal('deed'), title: string() }),
  ]),
})

export const content = {
  'content.queue': query({
    action: 'content.review',
    summary: '等人看一眼的照片，先传的在前',
    input: strictObject({ cursor: optional(cursor, null) }),
    output: object({ ...page(array(waiting)), waiting: count }),
  }),
  'content.decide': command({
    action: 'content.review',
    summary: '看过照片：可以显示，或者不显示并说明为什么',
    input: strictObject({ photoId: id, shown: boolean(), reason: words(0, 200) }),
    output: object({ photoId: id, state: picklist(PHOTO_STATES) }),
  }),
}
