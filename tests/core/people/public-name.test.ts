import type { Actor, Role } from '#core/people/actor'
import { ROLES } from '#core/people/actor'
import { chooseName, isPosted } from '#core/people/public-name'

const resident: Actor = { personId: 'p', realNameLevel: 1, hasPhone: true, grants: [] }
const holding = (role: Role): Actor => ({
  ...resident,
  grants: [{ role, gridPath: '1', buildingId: null, departmentId: null }],
})
const ANONYMOUS = '小金口居民·A371'
const choose = (wanted: string | null | undefined, actor = resident) =>
  chooseName(actor, { now: '李先生', anonymous: ANONYMOUS, wanted, words: ['坏人'] })

test.each(['老李', '23栋的小李', 'Li', '阿强·23', '小花🌸'])('%s is a name for a neighbour', (wanted) => {
  expect(choose(wanted)).toEqual({ ok: true, value: wanted })
})

test.each([
  '李楼栋长',
  '网格员小曾',
  '王警官',
  '小金口街道',
  '社区书记',
  '官方客服',
  '小金口居民·A371',
  '物 业',
])('nobody calls himself %s', (wanted) =>
  expect(choose(wanted.replace(' ', ''))).toEqual({ ok: false, refusal: 'NAME_OF_OFFICE' }),
)

test.each([
  ['a word the street does not want', '大坏人'],
  ['a phone number', '13800000000'],
])('%s is refused', (_, wanted) => {
  expect(choose(wanted)).toEqual({ ok: false, refusal: 'CONTENT_RISKY' })
})

const POSTED: Role[] = ROLES.filter((role) => !['guest', 'resident', 'volunteer', 'clock'].includes(role))

test.each(POSTED)('%s keeps the name that was posted', (role) => {
  expect(isPosted(holding(role))).toBe(true)
  expect(choose('老李', holding(role))).toEqual({ ok: false, refusal: 'POSTED_NAME' })
  expect(choose(null, holding(role))).toEqual({ ok: false, refusal: 'POSTED_NAME' })
  expect(choose('李先生', holding(role))).toEqual({ ok: true, value: '李先生' })
})

test('the anonymous name comes back to whoever wants it, and no name said changes none', () => {
  expect(choose(null)).toEqual({ ok: true, value: ANONYMOUS })
  expect(choose(undefined)).toEqual({ ok: true, value: '李先生' })
})

test('a volunteer is a neighbour', () => {
  expect(choose('老李', holding('volunteer'))).toEqual({ ok: true, value: '老李' })
})
