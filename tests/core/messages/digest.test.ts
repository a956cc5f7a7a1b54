import { digestOf } from '#core/messages/digest'
import { at } from '../making'

test('the clock’s reminders of one kind are one line a day in China', () => {
  const late = at('2026-06-08 23:59')
  expect(digestOf('contact_due', 'normal', late)).toBe('contact_due:2026-06-08')
  expect(digestOf('contact_due', 'urgent', late + 60_000)).toBe('contact_due:2026-06-09')
  expect(digestOf('red_list', 'normal', late)).not.toBe(digestOf('contact_due', 'normal', late))
})

test('an emergency, and all news of a matter, has a line of its own', () => {
  expect(digestOf('contact_due', 'emergency', 0)).toBeNull()
  for (const kind of ['resolve', 'escalated', 'new', 'emergency'] as const)
    expect(digestOf(kind, 'normal', 0)).toBeNull()
})
