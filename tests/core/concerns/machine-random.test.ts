import fc from 'fast-check'
import { type Concern, DECLINE_REASONS, STATES } from '#core/concerns/concern'
import { type ConcernEvent, EVENT_KINDS, type EventKind } from '#core/concerns/events'
import { DESK_LEVELS } from '#core/concerns/ladder'
import { allowed, decide } from '#core/concerns/machine'
import { isTold } from '#core/concerns/notices'
import type { Context } from '#core/concerns/step'
import { timersOf } from '#core/concerns/timers'
import { type Actor, CLOCK } from '#core/people/actor'
import { canSee, canSeeReporter } from '#core/people/permissions'
import {
  CALENDAR,
  COLLEAGUE,
  COMMUNITY_STAFF,
  DAY,
  frozen,
  GRID,
  GRID_HEAD,
  HEAD,
  MINUTE,
  MONDAY,
  NEIGHBOUR,
  office,
  person,
  RESIDENT,
  ROADS,
  raised,
  STAFF,
  STREET,
  STREET_ADMIN,
  STREET_COLLEAGUE,
  said,
  TRAFFIC,
  WATER,
} from '../making'

const PEOPLE: Actor[] = [
  RESIDENT, NEIGHBOUR, HEAD, STAFF, COLLEAGUE, GRID_HEAD, TRAFFIC,
  COMMUNITY_STAFF, STREET_ADMIN, STREET_COLLEAGUE, WATER, ROADS, CLOCK,
] // biome-ignore format: a list of people

/** One try: who, what (mostly something he may), how long after the last one, and which words. */
const attempt = fc.record({
  who: fc.nat(PEOPLE.length - 1),
  sensible: fc.integer({ min: 0, max: 9 }),
  what: fc.nat(1_000),
  wait: fc.oneof(fc.nat(5 * MINUTE), fc.nat(DAY / 4), fc.nat(9 * DAY)),
  words: fc.nat(1_000),
})
type Attempt = typeof attempt extends fc.Arbitrary<infer One> ? One : never

const story = fc.record({
  category: fc.constantFrom(
    'LIGHT_BROKEN',
    'GARBAGE',
    'GEO_HAZARD',
    'FIRE_EBIKE',
    'NOISE',
    'HEAD_CONDUCT' as const,
  ),
  held: fc.boolean(),
  attempts: fc.array(attempt, { minLength: 50, maxLength: 50 }),
})

const OTHER = raised({ id: 'c2' })

/** Other words than the usual ones: other desks, other departments, too long, too late, refused. */
const otherwise: Partial<Record<EventKind, (n: number, concern: Concern, now: number) => object>> = {
  accept: (n) =>
    [
      { level: 3, desk: 'head' },
      { level: 3, desk: 'grid' },
      { level: 2, desk: 'traffic' },
      { level: 1, desk: 'community' },
      { level: 0, desk: 'street' },
      { level: 2, desk: 'grid' },
    ][n % 6] ?? {},
  decline: (n) => ({ reason: DECLINE_REASONS[n % 3] }),
  whistle: (n, _concern, now) => ({
    departmentIds: [['water', 'roads'], ['roads'], []][n % 3],
    arriveBy: now + DAY,
  }),
  pause: (n, _concern, now) => ({ until: now + (n % 20) * DAY }),
  ask_extension: (n, { resolveDueAt }) => ({ until: resolveDueAt + ((n % 9) - 1) * DAY }),
  answer_extension: (n) => ({ approve: n % 3 > 0 }),
  resolve: (n) => ({
    outcome: { kind: n % 2 ? 'fixed' : 'explained', note: '好了', photoIds: n % 3 ? ['p'] : [] },
  }),
}

const ENDS: EventKind[] = ['decline', 'merge', 'withdraw', 'reject_content', 'confirm', 'lapse']

type Choice = { actor: Actor; kind: EventKind }

/** Mostly something somebody may do just now, seldom an end while there is anything else; sometimes nonsense. */
function chosen(concern: Concern, one: Attempt, context: Omit<Context, 'actor'>): Choice {
  const asked = PEOPLE[one.who] ?? CLOCK
  const nonsense = { actor: asked, kind: EVENT_KINDS[one.what % EVENT_KINDS.length] ?? 'start' }
  if (one.sensible < 3) return nonsense
  for (const actor of [...PEOPLE.slice(one.who), ...PEOPLE.slice(0, one.who)]) {
    const buttons = allowed(concern, { ...context, actor })
    const onwards = one.sensible > 3 ? buttons.filter((kind) => !ENDS.includes(kind)) : buttons
    const kind = onwards[one.what % onwards.length]
    if (kind) return { actor, kind }
  }
  return nonsense
}

function eventFor(concern: Concern, kind: EventKind, one: Attempt, now: number): ConcernEvent {
  const usual = said[kind](concern, now)
  const other = one.words % 2 ? otherwise[kind]?.(one.words, concern, now) : undefined
  return { kind, ...usual, ...other } as ConcernEvent
}

const FACTS_OF: Record<Concern['state'], string[]> = {
  submitted: [],
  held: [],
  accepted: [],
  in_progress: [],
  awaiting_department: [],
  paused: ['pause'],
  resolved: ['outcome'],
  verified: ['outcome', 'verifiedBy'],
  closed: ['closedAt', 'closedAtLevel', 'closing', 'note', 'outcome', 'rating', 'mergedInto'],
}
const ALWAYS = Object.keys(raised())

/** What is wrong with a concern as it stands: nothing, whatever has happened to it. */
function impossible(concern: Concern): string[] {
  const facts = [...ALWAYS, ...FACTS_OF[concern.state]].sort().join()
  const timers = timersOf(concern, CALENDAR)
  const count = (answer: boolean | null) =>
    concern.extensions.filter(({ approved }) => approved === answer).length
  return broken({
    'facts of another state': Object.keys(concern).sort().join() !== facts,
    'a desk that is not on this step': !DESK_LEVELS[concern.desk].includes(concern.level),
    'a department without its desk': (concern.desk === 'department') !== (concern.departmentId !== null),
    'two extensions pending': count(null) > 1,
    'three extensions granted': count(true) > 2,
    'a broken instant': ![concern.contactDueAt, concern.resolveDueAt, concern.clock].every(
      Number.isSafeInteger,
    ),
    'a stale timer': timers.some(({ clock }) => clock !== concern.clock),
    'a clock without a matter': (timers.length === 0) !== (concern.state === 'closed'),
  })
}

const matter = ({ id, no, reporterId, aboutPersonId, submittedAt, gridPath }: Concern) =>
  JSON.stringify([id, no, reporterId, aboutPersonId, submittedAt, gridPath])

/** What no step may ever do, whatever it is. */
function wrongStep(before: Concern, after: Concern): string[] {
  const ticks = after.clock - before.clock
  const moved = after.resolveDueAt !== before.resolveDueAt || after.contactDueAt !== before.contactDueAt
  return broken({
    'something after the end': before.state === 'closed',
    'a clock that runs back or jumps': ticks !== 0 && ticks !== 1,
    'a deadline moved without a new clock': moved && ticks !== 1,
    'a deadline nearer than before': after.resolveDueAt < before.resolveDueAt,
    'a contact nearer than before': after.contactDueAt < before.contactDueAt,
    'two steps at once': before.state !== 'submitted' && Math.abs(after.level - before.level) > 1,
    'another matter': matter(before) !== matter(after),
  })
}

const broken = (rules: Record<string, boolean>): string[] => Object.keys(rules).filter((rule) => rules[rule])

type Told = (before: Concern, one: Attempt, now: number, done: boolean) => void

/** Lets a story happen, a refused step changing nothing, and tells of every step. */
function live(start: Concern, attempts: Attempt[], told: Told): Concern {
  let concern = frozen(start)
  let now = MONDAY
  for (const one of attempts) {
    now += one.wait
    const around = { now, calendar: CALENDAR, headId: 'head-23', target: OTHER }
    const { actor, kind } = chosen(concern, one, around)
    const event = eventFor(concern, kind, one, now)
    const copy = JSON.stringify(concern)
    const decided = decide(concern, event, { ...around, actor })
    if (JSON.stringify(concern) !== copy) throw new Error(`${kind} wrote on the concern it was given`)
    told(concern, one, now, decided.ok)
    if (!decided.ok) continue
    const next = decided.value.concern
    const wrong = [...wrongStep(concern, next), ...impossible(next)]
    if (wrong.length > 0) throw new Error(`${kind} in ${concern.state}: ${wrong.join(', ')}`)
    concern = frozen(next)
  }
  return concern
}

test('ten thousand attempts never make an impossible concern, and a refusal changes nothing', () => {
  const seen = new Set<string>()
  let attempts = 0
  let done = 0
  fc.assert(
    fc.property(story, ({ category, held, attempts: tries }) => {
      const end = live(raised({ category }, { held }), tries, (before, _one, _now, ok) => {
        seen.add(before.state)
        attempts++
        if (ok) done++
      })
      seen.add(end.state)
    }),
    { numRuns: 200 },
  )
  expect(attempts).toBeGreaterThanOrEqual(10_000)
  expect(done).toBeGreaterThan(1_500)
  expect([...seen].sort()).toEqual([...STATES].sort())
})

const TELLING = ['desk', 'above', 'departments', 'emergency'] as const

test('a complaint about a head is never seen, touched or heard of by him, whatever else he is', () => {
  const everything = (['grid_staff', 'grid_head', 'community_staff', 'street_admin', 'auditor'] as const).map(
    (role) => office(role, role === 'street_admin' ? STREET : GRID),
  )
  const him = person('head-23', ...HEAD.grants, ...everything)
  fc.assert(
    fc.property(story, ({ held, attempts }) => {
      const concern = raised({ category: 'HEAD_CONDUCT' }, { held })
      expect([concern.aboutPersonId, concern.level]).toEqual(['head-23', 2])
      live(concern, attempts, (now, _one, moment) => {
        const context = { actor: him, now: moment, calendar: CALENDAR, headId: 'head-23' }
        const told = him.grants.some((grant) => TELLING.some((to) => isTold(grant, 'head-23', now, to)))
        const seen = canSee(him, now, true) || canSeeReporter(him, now)
        expect([now.level < 3, allowed(now, context), seen, told]).toEqual([true, [], false, false])
      })
    }),
    { numRuns: 25 },
  )
})
