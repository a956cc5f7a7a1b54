import fc from 'fast-check'
import { type Grants, sortOut, type Waiting } from '#core/messages/sorting'
import { TEMPLATES } from '#core/messages/worth'
import { at, DAY, HOUR, MINUTE } from '../making'

const NINE = at('2026-06-08 09:00')
const none: Grants = { progress: 0, result: 0, work: 0, council: 0, booking: 0 }

const news = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  concernId: `matter of ${id}`,
  template: 'progress',
  weight: 5,
  urgent: false,
  at: NINE,
  dueAt: NINE + MINUTE,
  until: NINE + DAY,
  read: false,
  outdated: false,
  holdsGrant: false,
  ...more,
})

const told = (waiting: Waiting[], grants: Partial<Grants>, now = NINE + MINUTE) => {
  const { send, leave, wait } = sortOut(waiting, { ...none, ...grants }, now)
  const left = Object.fromEntries(leave.map(({ id, why }) => [id, why]))
  return { send: send?.id ?? null, left, wait: wait.map(({ id }) => id) }
}

test('one grant and three messages: the most important one goes, the others stay in the inbox', () => {
  const three = [news('light', { weight: 3 }), news('heavy', { weight: 8 }), news('middle')]
  expect(told(three, { progress: 1 })).toEqual({
    send: 'heavy',
    left: { light: 'no_grant', middle: 'no_grant' },
    wait: [],
  })
})

test('two at the same weight: the newer one', () => {
  expect(told([news('older'), news('newer', { at: NINE + 1 })], { progress: 1 }).send).toBe('newer')
})

test('one after the other, never two at once to the same person', () => {
  const { send, left, wait } = told([news('a'), news('b')], { progress: 2 })
  expect([send, left, wait]).toEqual(['a', {}, []])
})

test('a grant is kept for what is more important and only waits for its minute', () => {
  const heavy = news('heavy', { weight: 8, dueAt: NINE + 2 * MINUTE })
  expect(told([news('light'), heavy], { progress: 1 })).toEqual({
    send: null,
    left: { light: 'no_grant' },
    wait: ['heavy'],
  })
})

describe('newer news of the same matter', () => {
  const older = news('older', { concernId: 'lamp', weight: 5 })
  const newer = (more: Partial<Waiting>) => news('newer', { concernId: 'lamp', at: NINE + 1, ...more })

  test('takes the place of what was not sent yet', () => {
    expect(told([older, newer({ weight: 3 })], { progress: 2 })).toMatchObject({
      send: 'newer',
      left: { older: 'superseded' },
    })
  })

  test('of another template too, if there is a grant to tell it', () => {
    const result = newer({ template: 'result', weight: 9 })
    expect(told([older, result], { progress: 1, result: 1 }).left).toEqual({ older: 'superseded' })
    expect(told([older, result], { progress: 1 })).toMatchObject({
      send: 'older',
      left: { newer: 'no_grant' },
    })
  })

  test('does not let an emergency wait', () => {
    const emergency = { ...older, template: 'work', urgent: true } as const
    expect(told([emergency, newer({ template: 'work', weight: 9 })], { work: 2 }).send).toBe('older')
  })

  test('that was read in the app hides nothing', () => {
    expect(told([older, newer({ read: true })], { progress: 1 })).toMatchObject({
      send: 'older',
      left: { newer: 'read' },
    })
  })
})

test.each([
  ['read in the app', { read: true }, 'read'],
  ['no longer so', { outdated: true }, 'outdated'],
  ['too old', { until: NINE }, 'expired'],
] as const)('what is %s is left, and its grant is free for another', (_, more, why) => {
  expect(told([news('gone', { weight: 9, ...more }), news('here')], { progress: 1 })).toMatchObject({
    send: 'here',
    left: { gone: why },
  })
})

test('at night only an emergency goes; the rest waits for seven, and keeps its grant', () => {
  const night = at('2026-06-08 23:00')
  const late = { at: night, dueAt: night, until: night + DAY }
  const alarm = news('alarm', { ...late, template: 'work', urgent: true, weight: 6 })
  const { send, wait } = sortOut([news('late', late), alarm], { ...none, progress: 1, work: 1 }, night)
  expect(send?.id).toBe('alarm')
  expect(wait).toEqual([{ id: 'late', dueAt: at('2026-06-09 07:00') }])
})

test('a message that failed keeps the grant it holds and needs no other', () => {
  expect(told([news('again', { holdsGrant: true }), news('fresh', { weight: 9 })], {})).toEqual({
    send: 'again',
    left: { fresh: 'no_grant' },
    wait: [],
  })
})

describe('whatever happens', () => {
  const instants = fc.integer({ min: 0, max: 48 }).map((hours) => NINE + hours * HOUR)
  const grants = fc.record({
    progress: fc.nat(3),
    result: fc.nat(3),
    work: fc.nat(3),
    council: fc.nat(3),
    booking: fc.nat(3),
  })
  const some = fc
    .array(
      fc.record({
        concernId: fc.constantFrom('a', 'b', 'c'),
        template: fc.constantFrom(...TEMPLATES),
        weight: fc.integer({ min: 1, max: 9 }),
        urgent: fc.boolean(),
        at: instants,
        wait: fc.integer({ min: 0, max: 12 }),
        read: fc.boolean(),
        outdated: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map(
        ({ wait, ...one }, n): Waiting => ({
          ...news(`m${n}`, one),
          dueAt: one.at + wait * HOUR,
          until: one.at + DAY,
        }),
      ),
    )

  /** Sends until nothing is left to send at any hour; what was sent, in order. */
  function allSent(waiting: Waiting[], granted: Grants): Waiting[] {
    const left = { ...granted }
    const sent: Waiting[] = []
    let pending = waiting
    for (let now = NINE; now < NINE + 4 * DAY; ) {
      const arrived = pending.filter((one) => one.at <= now)
      const { send, leave } = sortOut(arrived, left, now)
      const gone = new Set([...leave.map(({ id }) => id), send?.id])
      pending = pending.filter(({ id }) => !gone.has(id))
      if (send) {
        left[send.template] -= 1
        sent.push(send)
      } else now += HOUR
    }
    expect(pending).toEqual([])
    return sent
  }

  test('nobody gets more messages of a template than he granted, and none twice', () => {
    fc.assert(
      fc.property(some, grants, (waiting, granted) => {
        const sent = allSent(waiting, granted)
        for (const template of TEMPLATES) {
          expect(sent.filter((one) => one.template === template).length).toBeLessThanOrEqual(
            granted[template],
          )
        }
        expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length)
      }),
    )
  })

  test('each message is sent, left or made to wait, exactly one of them, or comes next', () => {
    fc.assert(
      fc.property(some, grants, instants, (waiting, granted, now) => {
        const { send, leave, wait } = sortOut(waiting, granted, now)
        const decided = [...leave, ...wait].map(({ id }) => id)
        expect(new Set(decided).size).toBe(decided.length)
        if (send) expect(decided).not.toContain(send.id)
        expect(waiting.filter(({ id }) => !decided.includes(id)).length > 0).toBe(send !== null)
      }),
    )
  })

  test('with grants enough, what is new and unread of each matter is told', () => {
    fc.assert(
      fc.property(some, (waiting) => {
        const sent = allSent(waiting, { progress: 99, result: 99, work: 99, council: 99, booking: 99 })
        for (const one of sent) expect([one.read, one.outdated]).toEqual([false, false])
        for (const concernId of ['a', 'b', 'c']) {
          const wanted = waiting.filter(
            (one) => one.concernId === concernId && !one.read && !one.outdated && one.urgent,
          )
          if (wanted.length > 0) expect(sent.some((one) => one.concernId === concernId)).toBe(true)
        }
      }),
    )
  })
})
