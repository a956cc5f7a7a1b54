import { array, boolean, nullable, object, optional, picklist, strictObject, string } from 'valibot'
import { ENTRY_KINDS, ENTRY_STATES, LIST_KINDS } from '#core/lists/entry'
import { ROLES } from '#core/people/actor'
import { week } from './goals'
import { query } from './operation'
import { count, cursor, gridPath, id, instant, page } from './shapes'

const list = picklist(LIST_KINDS)
const entryState = picklist(ENTRY_STATES)

/** One entry of a list, whatever it is. */
const entry = object({
  /** Unique in its list; `ref` is what its own page is asked for by. */
  id: string(),
  kind: picklist(ENTRY_KINDS),
  ref: id,
  title: string(),
  state: entryState,
  owner: string(),
  openedAt: instant,
  dueAt: nullable(instant),
  endedAt: nullable(instant),
  late: boolean(),
})

/** `n` is `null` where it is too few to be told to everybody. */
const counts = array(object({ state: entryState, n: nullable(count) }))

const place = {
  gridPath,
  /** One estate of the grid. */
  estateId: optional(nullable(id), null),
}

const weekOfList = object({
  list,
  /** Its details are not for this reader. */
  hidden: boolean(),
  added: count,
  struck: count,
  due: count,
  decide: count,
  addedRows: array(entry),
  dueRows: array(entry),
  struckRows: array(entry),
  /** 要大家定的. */
  decideRows: array(entry),
})

const weekView = object({
  gridPath,
  gridName: string(),
  week,
  from: instant,
  to: instant,
  lists: array(weekOfList),
})

/** 五清单: what is told, who is linked, what is offered, who is in need, what is done together. */
export const lists = {
  'lists.show': query({
    action: 'public.read',
    summary: '一个网格的五清单：各有多少、谁管、多久看一遍',
    input: strictObject(place),
    output: object({
      gridPath,
      gridName: string(),
      estateName: nullable(string()),
      lists: array(
        object({
          list,
          /** Who keeps it, by the name he is posted with; empty while nobody does. */
          keepers: array(string()),
          keeperRole: picklist(ROLES),
          counts,
          hidden: boolean(),
          /** The reader may read it whole on the page of its own. */
          opens: boolean(),
        }),
      ),
      /** The reader sits at the weekly meeting of this grid. */
      mayMeet: boolean(),
    }),
  }),
  'lists.entries': query({
    action: 'public.read',
    summary: '一张清单里的，新的在前',
    input: strictObject({
      ...place,
      list,
      show: optional(picklist(['live', 'ended']), 'live'),
      cursor: optional(cursor, null),
    }),
    output: object({ ...page(array(entry)), hidden: boolean() }),
  }),
  'lists.week': query({
    action: 'list.meet',
    summary: '每周例会：每张清单这周新来的、到期的、销号的、要定的',
    input: strictObject({ gridPath, week: optional(week) }),
    output: weekView,
  }),
  'lists.print': query({
    action: 'list.meet',
    summary: '每周例会的清单，一份可以打印的 PDF',
    input: strictObject({ gridPath, week: optional(week) }),
    output: object({ name: string(), base64: string() }),
  }),
  'lists.chain': query({
    action: 'public.read',
    summary: '一件事从反映到结果：民情、议题、项目、任务、目标、变化',
    input: strictObject({ kind: picklist(ENTRY_KINDS), id }),
    output: object({
      nodes: array(
        object({ kind: picklist(ENTRY_KINDS), id, title: string(), state: entryState, at: instant }),
      ),
    }),
  }),
}
