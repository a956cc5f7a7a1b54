import { array, boolean, nullable, object, optional, picklist, strictObject, string } from 'valibot'
import { ROLES } from '#core/people/actor'
import { command, query } from './operation'
import { count, cursor, done, gridPath, id, instant, page, words } from './shapes'

const written = { id, title: string(), words: string(), at: instant }

/** Notices that heads pass on in their houses. */
export const notices = {
  'notices.write': command({
    action: 'notice.write',
    summary: '写一则通知，请楼栋长传到户',
    input: strictObject({ gridPath, title: words(4, 40), words: words(2, 1_000) }),
    output: object({ id, houses: count }),
  }),
  'notices.to_pass': query({
    action: 'account.use',
    summary: '等我传达的通知',
    input: strictObject({}),
    output: object({
      items: array(object({ ...written, by: string(), buildingId: id, buildingLabel: string() })),
    }),
  }),
  'notices.pass_on': command({
    action: 'notice.pass_on',
    summary: '看过了，传到户了',
    input: strictObject({ id, buildingId: id }),
    output: done,
  }),
  'notices.written': query({
    action: 'notice.write',
    summary: '我写的通知，传到了几栋',
    input: strictObject({ cursor: optional(cursor, null) }),
    output: object(page(array(object({ ...written, gridName: string(), houses: count, passed: count })))),
  }),
}

const office = {
  id,
  name: string(),
  role: picklist(ROLES),
  acting: boolean(),
  gridPath,
  gridName: string(),
  until: instant,
}

/** 谁担任什么. */
export const offices = {
  'offices.list': query({
    action: 'office.read',
    summary: '谁担任什么：辖区里在任的',
    input: strictObject({ gridPath, text: optional(words(0, 20), ''), cursor: optional(cursor, null) }),
    output: object({
      ...page(array(object({ ...office, mayEnd: boolean() }))),
      /** Offices that wait for a second person. */
      waiting: array(object({ ...office, askedBy: string(), mayAnswer: boolean() })),
    }),
  }),
  'offices.assign': command({
    action: 'office.assign',
    summary: '任命；街道干部和监督员要第二人复核',
    input: strictObject({
      personId: id,
      role: picklist(ROLES),
      gridPath,
      departmentId: optional(nullable(id), null),
      acting: optional(boolean(), false),
      until: instant,
    }),
    output: object({ id, waits: boolean() }),
  }),
  'offices.answer': command({
    action: 'office.second',
    summary: '复核任命',
    input: strictObject({ id, approve: boolean() }),
    output: done,
  }),
  'offices.end': command({
    action: 'account.use',
    summary: '免去任职，或者自己辞去',
    input: strictObject({ grantId: id, reason: words(2, 500) }),
    output: done,
  }),
  'offices.postPhone': command({
    action: 'account.use',
    summary: '同意或不同意把自己的电话放上公示牌',
    input: strictObject({ show: boolean() }),
    output: done,
  }),
  'people.find': command({
    action: 'person.find',
    summary: '按电话找人：记入查看记录',
    input: strictObject({ phone: words(11, 11), reason: words(2, 200) }),
    output: object({ person: nullable(object({ personId: id, name: string() })) }),
  }),
  'places.board': query({
    action: 'public.read',
    summary: '网格公示牌：八个席位、楼栋长、服务站',
    input: strictObject({ gridPath }),
    output: object({
      gridPath,
      name: string(),
      pieces: count,
      buildings: count,
      residents: count,
      /** Houses of the grid that have a head now. */
      headed: count,
      seats: array(
        object({
          seat: string(),
          holders: array(object({ name: string(), phone: nullable(string()) })),
        }),
      ),
      stations: array(object({ name: string(), address: string(), hours: string() })),
      /** Whether the asking person sits here, and whether his phone is posted. */
      mine: nullable(object({ phonePosted: boolean() })),
    }),
  }),
}
