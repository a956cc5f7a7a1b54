import { checkFile, emptyList, enterFile } from '../council/body-file'
import { foundBody } from '../council/body-found'
import { correctLine, enterLine, strikeLine } from '../council/body-lines'
import { bodiesUnder, showBody } from '../council/body-list'
import { enterAll } from '../council/body-paste'
import { struckLines } from '../council/body-struck'
import type { HandlersOf } from '../operation'

type BodyOperation =
  | 'bodies.list'
  | 'bodies.show'
  | 'bodies.struck'
  | 'bodies.found'
  | 'bodies.enter'
  | 'bodies.enterAll'
  | 'bodies.template'
  | 'bodies.checkFile'
  | 'bodies.enterFile'
  | 'bodies.correct'
  | 'bodies.strike'

export const bodyHandlers: HandlersOf<BodyOperation> = {
  'bodies.list': ({ gridPath }, asking) => bodiesUnder(asking, gridPath),
  'bodies.show': (asked, asking) => showBody(asking, asked),
  'bodies.struck': struckLines,
  'bodies.found': foundBody,
  'bodies.enter': enterLine,
  'bodies.enterAll': enterAll,
  'bodies.template': ({ kind }) => emptyList(kind),
  'bodies.checkFile': checkFile,
  'bodies.enterFile': enterFile,
  'bodies.correct': correctLine,
  'bodies.strike': strikeLine,
}
