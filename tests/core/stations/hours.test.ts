import type { Calendar } from '#core/concerns/calendar'
import { STREET_HOURS } from '#core/concerns/calendar'
import { dayKindOf, isOpenAt, readStretches, stretchesText } from '#core/stations/hours'

const calendar: Calendar = {
  holidays: new Set(['2026-10-01', '2026-10-04']),
  workdays: new Set(['2026-10-10']),
  knownYears: new Set([2026]),
  hours: STREET_HOURS,
}
const at = (moment: string) => Date.parse(`${moment}:00+08:00`)
const hours = { workdays: [[510, 720]], weekends: [[540, 660]], holidays: [] } as const

test.each([
  ['a Wednesday', '2026-10-14T10:00', 'workdays'],
  ['a Sunday', '2026-10-18T10:00', 'weekends'],
  ['a Saturday on which people work', '2026-10-10T10:00', 'workdays'],
  ['a holiday in the week', '2026-10-01T10:00', 'holidays'],
  ['a holiday on a Sunday', '2026-10-04T10:00', 'holidays'],
  ['half past midnight in China, which is yesterday in Greenwich', '2026-10-18T00:30', 'weekends'],
])('%s', (_, moment, kind) => {
  expect(dayKindOf(at(moment), calendar)).toBe(kind)
})

test.each([
  ['2026-10-14T08:29', false],
  ['2026-10-14T08:30', true],
  ['2026-10-14T11:59', true],
  ['2026-10-14T12:00', false],
  ['2026-10-18T09:30', true],
  ['2026-10-01T09:30', false],
])('at %s the door is open: %s', (moment, open) => {
  expect(isOpenAt(hours, at(moment), calendar)).toBe(open)
})

test.each([
  [
    '8:30-12:00 14:00-17:30',
    [
      [510, 720],
      [840, 1050],
    ],
  ],
  [
    '8：30—12：00，14:00至17:30',
    [
      [510, 720],
      [840, 1050],
    ],
  ],
  ['', []],
  ['12:00-8:30', null],
  ['8:30-12:00 11:00-13:00', null],
  ['8:60-12:00', null],
  ['早上', null],
  ['8:00-25:00', null],
])('%s is read as it is meant, or not at all', (text, stretches) => {
  expect(readStretches(text)).toEqual(stretches)
})

test('what is written can be read again', () => {
  expect(
    readStretches(
      stretchesText([
        [510, 720],
        [840, 1050],
      ]),
    ),
  ).toEqual([
    [510, 720],
    [840, 1050],
  ])
})
