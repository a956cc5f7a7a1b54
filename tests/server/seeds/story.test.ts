import { CATEGORIES } from '../../../src/core/concerns/category'
import { type Concern, isOpen } from '../../../src/core/concerns/concern'
import { screen } from '../../../src/core/concerns/screening'
import { bulkMonth, dealt, ENDS, fullStage, KINDS } from '../../../src/server/seeds/full-concerns'
import { personOf } from '../../../src/server/seeds/personas'
import type { Played } from '../../../src/server/seeds/play'
import { storyOf } from '../../../src/server/seeds/story'
import { pilotWorld } from '../../../src/server/seeds/world'

const DAY = 86_400_000
const EPOCH = Date.parse('2022-12-21T00:00:00+08:00')
const world = pilotWorld()
const { played } = storyOf(world, EPOCH)
const concerns = played.map(({ concern }) => concern)
const found = (id: string): Played => {
  const one = played.find(({ tale }) => tale.id === id)
  if (!one) throw new Error(`no tale ${id}`)
  return one
}
const minutes = (ms: number) => ms / 60_000

/** The deadline runs in these states; a paused or resolved matter is not overdue. */
const isOverdue = ({ state, resolveDueAt }: Concern, now: number) =>
  ['submitted', 'accepted', 'in_progress', 'awaiting_department'].includes(state) && resolveDueAt < now

describe('today', () => {
  const open = concerns.filter(isOpen)

  test('eleven are open, two of them overdue', () => {
    expect(open).toHaveLength(11)
    const late = open.filter((concern) => isOverdue(concern, EPOCH)).map(({ id }) => id)
    expect(late.sort()).toEqual(['c.open-crack', 'c.open-drain'])
  })

  test('they stand in every open state', () => {
    const states = new Set(open.map(({ state }) => state))
    expect([...states].sort()).toEqual([
      'accepted',
      'awaiting_department',
      'held',
      'in_progress',
      'paused',
      'resolved',
      'submitted',
      'verified',
    ])
  })

  test("李先生's new plate waits for his answer", () => {
    const { concern } = found('c.open-plate-23')
    expect(concern).toMatchObject({
      state: 'resolved',
      title: '23栋门牌掉了',
      reporterId: personOf('resident.li'),
    })
    expect(concern.state === 'resolved' && concern.outcome.note).toBe('新牌装好了，等您看')
  })

  test('one is anonymous, one restricted, one about a head who is routed around', () => {
    expect(open.filter(({ anonymous }) => anonymous)).toHaveLength(1)
    expect(
      open.filter(({ visibility }) => visibility === 'restricted').map(({ category }) => category),
    ).toEqual(['HARDSHIP'])
    const { concern } = found('c.open-head')
    const head = world.grants.find(({ building }) => building === 'JX-101')?.person
    expect(concern.aboutPersonId).toBe(head)
    expect(concern.ownerId).not.toBe(head)
  })

  test('what is held is what the screening really holds', () => {
    for (const { tale } of played) {
      const screening = screen(`${tale.title}\n${tale.detail}\n${tale.words ?? ''}`, [])
      expect([tale.id, screening]).toEqual([tale.id, tale.held ? 'review' : 'pass'])
    }
  })

  test.each(['2026-11-24', '2026-02-20', '2026-10-05', '2025-12-31', '2027-01-04', '2024-02-29'])(
    'the same holds when today is %s',
    (day) => {
      const epoch = Date.parse(`${day}T00:00:00+08:00`)
      const then = storyOf(world, epoch).played.map(({ concern }) => concern)
      expect(then.filter(isOpen)).toHaveLength(11)
      expect(then.filter((concern) => isOverdue(concern, epoch))).toHaveLength(2)
    },
  )
})

describe('the story', () => {
  test('the missing lights: 37 neighbours, fourteen lamps, closed by the community with five stars', () => {
    const { concern, tale } = found('c.lights')
    expect(tale.endorsed).toBe(37)
    expect(concern).toMatchObject({
      state: 'closed',
      closedAtLevel: 1,
      closing: 'confirmed',
      rating: { stars: 5 },
    })
  })

  test('the burst main: contact after six minutes, repaired in nine hours', () => {
    const { concern } = found('c.water')
    expect(minutes((concern.contactedAt ?? 0) - concern.submittedAt)).toBe(6)
    expect(concern.state === 'closed' && minutes((concern.outcome?.at ?? 0) - concern.submittedAt) / 60).toBe(
      9,
    )
  })

  test('the slope climbed 3, 2, 1, 0 and two departments came', () => {
    const { concern, lines } = found('c.slope')
    const levels = lines.flatMap((line) => (line.kind === 'step' ? [line.after.level] : []))
    expect([...new Set(levels)]).toEqual([3, 2, 1, 0])
    expect(concern.whistles.map(({ departmentId }) => departmentId).sort()).toEqual([
      'emergency',
      'resources',
    ])
    expect(concern.whistles.every(({ arrivedAt }) => arrivedAt !== null)).toBe(true)
  })

  test('the parking: the clock sent it up at the very instant, then the traffic seat solved it', () => {
    const { concern, lines } = found('c.parking')
    const [up] = lines.filter((line) => line.kind === 'step' && line.by === null)
    expect(up).toMatchObject({ event: { kind: 'escalate' }, before: { level: 2 }, after: { level: 1 } })
    expect(minutes((up?.at ?? 0) - concern.submittedAt)).toBe(240)
    expect(concern).toMatchObject({ state: 'closed', closedAtLevel: 2, desk: 'traffic' })
  })

  test('where public matters were closed comes near 38, 37, 18, 6 and 1 per cent', () => {
    const closed = concerns.flatMap((one) =>
      one.state === 'closed' && ['confirmed', 'silence'].includes(one.closing) ? [one] : [],
    )
    const at = (level: number) => closed.filter(({ closedAtLevel }) => closedAtLevel === level).length
    expect([closed.length, at(3), at(2), at(1), at(0)]).toEqual([64, 24, 24, 11, 5])
  })

  test('titles and details are as long as the form allows, and nothing happens after the epoch', () => {
    for (const { tale, lines } of played) {
      expect([...tale.title].length).toBeGreaterThanOrEqual(4)
      expect([...tale.title].length).toBeLessThanOrEqual(40)
      expect([...tale.detail].length).toBeLessThanOrEqual(1_000)
      for (const line of lines)
        expect([tale.id, line.at <= EPOCH && line.at > EPOCH - 125 * DAY]).toEqual([tale.id, true])
    }
  })

  test('a result of something physical shows a photo, and another person verified it', () => {
    for (const { concern, lines } of played) {
      if (
        concern.state !== 'closed' ||
        concern.outcome?.kind !== 'fixed' ||
        !CATEGORIES[concern.category].physical
      )
        continue
      expect([concern.id, concern.outcome.photoIds.length]).not.toEqual([concern.id, 0])
      const verified = lines.find((line) => line.kind === 'step' && line.event.kind === 'verify')
      expect(verified?.kind === 'step' && verified.by).not.toBe(concern.outcome.by)
    }
  })

  test('numbers of a day count up from one', () => {
    expect(new Set(concerns.map(({ no }) => no)).size).toBe(concerns.length)
    for (const { no } of concerns) expect(no).toMatch(/^XJ2[12]\d{4}00\d{2}$/)
  })
})

test('the year of the whole street has exactly the shares of its kinds and of its ends', () => {
  const all = dealt(world)
  expect(KINDS.map((kind) => all.filter((one) => one.kind === kind).length)).toEqual(
    KINDS.map(({ share }) => share * 96),
  )
  expect(ENDS.map((_, end) => all.filter((one) => one.end === end).length)).toEqual(
    ENDS.map((share) => share * 96),
  )
  const stage = fullStage(world, EPOCH)
  const month = bulkMonth(all, 5, { world, epoch: EPOCH, stage })
  expect(month).toHaveLength(800)
  expect(month.filter(({ concern }) => isOpen(concern))).toEqual([])
})
