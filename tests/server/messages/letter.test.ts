import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Concern } from '#core/concerns/concern'
import { fitted } from '#core/messages/fields'
import { letterTo, MATTER_PAGE, MOTION_PAGE } from '../../../src/server/messages/letter'
import { readTemplates } from '../../../src/server/messages/templates'
import { COUNCIL_NEWS, NEUTRAL, NEWS } from '../../../src/server/messages/words'
import { raised, standing } from '../../core/making'

const template = readTemplates('progress=ID:title.thing2:at.date5:state.phrase1')?.progress
const said = (concern: Concern, kind: keyof typeof NEWS = 'accept') => {
  if (!template) throw new Error('the template cannot be read')
  return letterTo('openid', template, { kind, concern, at: Date.UTC(2022, 11, 19, 1, 5) })
}

test('a letter fills exactly the fields that the template has', () => {
  expect(said(raised())).toEqual({
    touser: 'openid',
    template_id: 'ID',
    page: 'packages/concern/detail/index?id=c1',
    lang: 'zh_CN',
    data: {
      thing2: { value: '23栋门口路灯不亮' },
      date5: { value: '2022年12月19日 09:05' },
      phrase1: { value: '已受理' },
    },
  })
})

test('its page is the one the app shows a matter on', () => {
  const screens = readFileSync(path.join(__dirname, '../../../src/client/platform/navigate.ts'), 'utf8')
  expect(screens).toContain(`concern: '/${MATTER_PAGE}'`)
  expect(screens).toContain(`motion: '/${MOTION_PAGE}'`)
})

test.each<[string, Concern]>([
  ['between neighbours', raised({ category: 'DISPUTE' })],
  ['for few eyes', raised({ category: 'HARDSHIP' })],
  ['whose words nobody has looked at yet', raised({}, { held: true })],
  ['whose words were refused', standing('closed', { closing: 'content' } as Partial<Concern>)],
])('of a matter %s it does not give the title', (_, concern) => {
  expect(said(concern).data.thing2).toEqual({ value: '您有一条新进展' })
  expect(said(concern, 'new').data.thing2).toEqual({ value: '您有一件要办的事' })
})

test('no word of ours is cut', () => {
  for (const { state, tip } of [...Object.values(NEWS), ...Object.values(COUNCIL_NEWS)]) {
    expect([fitted('phrase', state), fitted('thing', tip)]).toEqual([state, tip])
  }
  for (const words of Object.values(NEUTRAL)) expect(fitted('thing', words)).toBe(words)
})
