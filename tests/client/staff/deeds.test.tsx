import { screen } from '@testing-library/react'
import { EVENT_KINDS } from '#core/concerns/events'
import { firstDeed, staffDeeds } from '../../../src/client/components/staff-actions/deeds'
import { deedWords } from '../../../src/client/texts/staff'
import { concern, emptyStage, showActions, tap } from './stage'

beforeEach(emptyStage)

test('the buttons are exactly what the server says this person may do', async () => {
  showActions(concern({ may: ['resolve', 'contact', 'escalate', 'read_reporter', 'endorse'] }))
  expect(screen.getByRole('button', { name: '办结' })).toBeInTheDocument()
  await tap('更多办法')
  const rows = screen.getByRole('dialog').querySelectorAll('[role=button]')
  const labels = Array.from(rows).map((row) => row.getAttribute('aria-label'))
  expect(labels.filter((label) => label?.includes('，'))).toEqual([
    '记一次联系，打过电话、上过门，记下说了什么',
    '看电话，写明为什么看，会记下来',
    '上报一级，这里定不了，请上一级来办',
  ])
})

test('with one right alone there is one button and no second list', () => {
  showActions(concern({ may: ['arrive'] }))
  expect(screen.getByRole('button', { name: '报到' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '更多办法' })).toBeNull()
})

test('every step that is not the reporter’s or the clock’s has its words and its place', () => {
  const ofOthers = ['confirm', 'reopen', 'withdraw', 'lapse']
  const staff = EVENT_KINDS.filter((kind) => !ofOthers.includes(kind))
  expect(staffDeeds([...EVENT_KINDS, 'endorse', 'read_reporter']).sort()).toEqual(
    [...staff, 'read_reporter'].sort(),
  )
  expect(Object.keys(deedWords).sort()).toEqual([...staff, 'read_reporter'].sort())
})

test.each([
  [['accept', 'decline', 'merge'] as const, 'accept'],
  [['start', 'contact', 'escalate'] as const, 'start'],
  [['verify', 'return'] as const, 'verify'],
  [['resolve', 'answer_extension'] as const, 'answer_extension'],
  [['read_reporter'] as const, undefined],
])('of %j the usual next step is %s', (may, first) => {
  expect(firstDeed(staffDeeds([...may]))).toBe(first)
})
