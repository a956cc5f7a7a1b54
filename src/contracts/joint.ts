import { array, boolean, nullable, object, optional, picklist, strictObject, string } from 'valibot'
import { OWNERS, PARTIES } from '#core/joint/matter'
import { command, query } from './operation'
import { count, cursor, gridPath, id, instant, page, words } from './shapes'

const party = picklist(PARTIES)
const reason = words(2, 500)
const moved = object({ id, version: count })

const shown = {
  id,
  estateName: string(),
  subject: string(),
  owners: picklist(OWNERS),
  state: picklist(['open', 'closed', 'cancelled']),
  openedAt: instant,
  dueAt: instant,
  closedAt: nullable(instant),
  overdue: boolean(),
  signed: array(party),
}

/** 三方联动: what three parties do together, for everybody to see. */
export const joint = {
  'joint.list': query({
    action: 'public.read',
    summary: '三方联动的事：谁签了，谁还没签',
    input: strictObject({
      gridPath,
      show: optional(picklist(['open', 'over']), 'open'),
      cursor: optional(cursor, null),
    }),
    output: object(page(array(object(shown)))),
  }),
  'joint.get': query({
    action: 'public.read',
    summary: '一件联动的事：三方各做什么、签了没有、经过',
    input: strictObject({ id }),
    output: object({
      ...shown,
      version: count,
      gridName: string(),
      parties: array(
        object({
          party,
          duty: string(),
          signed: nullable(object({ name: string(), at: instant, note: string() })),
        }),
      ),
      timeline: array(
        object({
          seq: count,
          kind: picklist(['open', 'sign', 'return', 'cancel']),
          at: instant,
          by: string(),
          party: nullable(party),
          words: string(),
        }),
      ),
      /** For whom the asking person may sign or return it, and whether he may call it off. */
      mayFor: array(party),
      mayCancel: boolean(),
    }),
  }),
  'joint.open': command({
    action: 'joint.open',
    summary: '发起三方联动：说清三方各做什么、什么时候办好',
    input: strictObject({
      estateId: id,
      subject: words(4, 60),
      duties: strictObject({
        party_committee: words(2, 200),
        residents_committee: words(2, 200),
        owners: words(2, 200),
      }),
      dueAt: instant,
    }),
    output: moved,
  }),
  'joint.sign': command({
    action: 'joint.sign',
    summary: '代表一方签字：这一方的事办好了',
    input: strictObject({ id, version: count, party, note: words(0, 200) }),
    output: moved,
  }),
  'joint.return': command({
    action: 'joint.sign',
    summary: '退回：说明理由，三方重新签',
    input: strictObject({ id, version: count, party, reason }),
    output: moved,
  }),
  'joint.cancel': command({
    action: 'joint.open',
    summary: '不办了，说明理由',
    input: strictObject({ id, version: count, reason }),
    output: moved,
  }),
  'joint.committee': command({
    action: 'joint.open',
    summary: '小区有没有业委会：没有的，由楼栋长议事会作第三方',
    input: strictObject({ estateId: id, exists: boolean() }),
    output: object({ done: boolean() }),
  }),
}
