import {
  array,
  boolean,
  maxLength,
  nullable,
  object,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import { ROLES } from '#core/people/actor'
import { LEVELS } from '#core/people/real-name'
import { command, query } from './operation'
import { count, done, gridPath, id, instant, nothing, phone, point, words } from './shapes'

const realNameLevel = picklist(LEVELS)

const home = object({
  buildingId: id,
  label: string(),
  estateId: nullable(id),
  gridPath,
  point,
  /** Somebody vouched for it, and that has not run out. */
  confirmed: boolean(),
})

export const me = object({
  personId: id,
  name: string(),
  /** The name says nothing about who it is: it was made here, not chosen. */
  pseudonymous: boolean(),
  avatar: nullable(object({ id, url: string() })),
  realNameLevel,
  phone: nullable(string()),
  /** WeChat vouched for the number; one typed by hand is only believed. */
  phoneVerified: boolean(),
  home: nullable(home),
  /** Offices in force, in the words of the street: role and where. */
  offices: array(object({ role: picklist(ROLES), gridPath, gridName: string(), buildingId: nullable(id) })),
  isStaff: boolean(),
  unread: count,
})

/** Letters, digits, a dot between names, and what phones write as pictures; nothing invisible. */
const publicName = pipe(words(2, 12), regex(/^[\p{L}\p{M}\p{N}\p{Extended_Pictographic}·._ -]+$/u))

const signedIn = object({ token: string(), expiresAt: instant, me })

export const people = {
  'people.personas': query({
    action: 'account.enter',
    summary: '演示身份：仅开发环境可用',
    input: nothing,
    output: object({ personas: array(object({ id, name: string(), what: string() })) }),
  }),
  'people.signInAs': command({
    action: 'account.enter',
    summary: '以演示身份登录：仅开发环境可用',
    input: strictObject({ persona: id }),
    output: signedIn,
  }),
  'people.signInWechat': command({
    action: 'account.enter',
    summary: '用微信登录码登录',
    input: strictObject({ code: pipe(string(), maxLength(200), regex(/^[\w-]+$/)) }),
    output: signedIn,
  }),
  'people.signOut': command({ action: 'account.use', summary: '退出登录', input: nothing, output: done }),
  'people.me': query({
    action: 'account.use',
    summary: '我是谁、住哪儿、担任什么',
    input: nothing,
    output: me,
  }),
  'people.leavePhone': command({
    action: 'account.use',
    summary: '留个电话，只有经办人看得到',
    input: strictObject({ phone }),
    output: me,
  }),
  'people.showAs': command({
    action: 'account.use',
    summary: '邻居看到的名字和头像：不写名字就不改，null 是匿名的名字、不要头像',
    input: strictObject({ name: optional(nullable(publicName)), avatarId: nullable(id) }),
    output: me,
  }),
  'people.leaveWechatPhone': command({
    action: 'account.use',
    summary: '用微信核对过的手机号',
    input: strictObject({ code: pipe(string(), maxLength(200), regex(/^[\w-]+$/)) }),
    output: me,
  }),
}
