import { array, boolean, literal, object, optional, picklist, strictObject, variant } from 'valibot'
import { STRUCK_BY_OFFICE } from '#core/council/strike'
import { unit } from './ballot-shapes'
import { command, query } from './operation'
import { id, phone, words } from './shapes'

const ofMotion = object({ id })
const reason = words(2, 200)

/** Whom a vote is entrusted to: by his home in the house, by a line of the list he votes for, by his whole number. */
const holder = variant('way', [
  strictObject({ way: literal('home'), residenceId: id }),
  strictObject({ way: literal('line'), unitId: id }),
  strictObject({ way: literal('phone'), phone }),
])

/** Who has a vote in a matter, and by whom it is cast. */
export const rolls = {
  'rolls.units': query({
    action: 'unit.speak',
    summary: '名册里按写法找一行：要划去的，或者受委托的；只给名册里的人和能划去的看',
    input: strictObject({ motionId: id, text: optional(words(0, 40), '') }),
    // `more`: there are others; whoever does not see his types more.
    output: object({ items: array(object({ ...unit.entries, represented: boolean() })), more: boolean() }),
  }),
  'rolls.declare': command({
    action: 'unit.speak',
    summary: '回避：这件事和我们这一票有利害关系',
    input: strictObject({ motionId: id, unitId: id, words: reason }),
    output: ofMotion,
  }),
  'rolls.strike': command({
    action: 'roll.strike',
    summary: '开投前从名册里划去，写明理由；另一位再说一次才算',
    input: strictObject({ motionId: id, unitId: id, reason: picklist(STRUCK_BY_OFFICE), words: reason }),
    output: ofMotion,
  }),
  'proxies.give': command({
    action: 'unit.speak',
    summary: '委托别人替这一票投这一次：楼栋找住本栋的人，业主、户、居民找名册里的人，业主也能按手机号找',
    input: strictObject({ motionId: id, unitId: id, holder, words: reason }),
    output: ofMotion,
  }),
  'proxies.revoke': command({
    action: 'unit.speak',
    summary: '收回委托',
    input: strictObject({ id }),
    output: ofMotion,
  }),
}
