import type { Appointment } from '#core/heads/appointment'
import { decide, STEP_KINDS } from '#core/heads/machine'
import { nominate } from '#core/heads/nominate'
import type { Step } from '#core/heads/steps'
import { assign, endOffice, OFFICES, type OfficeRequest, second } from '#core/offices/offices'
import type { Actor, Grant, Role } from '#core/people/actor'
import { nominated, proposal, serving } from '../heads/making'
import { DAY, GRID, MONDAY, office, PIECE, STREET } from '../making'

const SEQUENCES = 100_000
const SEED = Number(process.env.SEED ?? 20221221)

/** xorshift32: the same seed, the same hundred thousand stories. */
function chance(seed: number) {
  let state = seed | 1
  return (below: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const PLACES = [
  { gridPath: PIECE, buildingId: 'b23' },
  { gridPath: PIECE, buildingId: 'b24' },
  { gridPath: GRID, buildingId: null },
  { gridPath: '441302010.001.006.01', buildingId: 'b77' },
  { gridPath: '441302010.001', buildingId: null },
  { gridPath: STREET, buildingId: null },
]
const GIVEN = [...(Object.keys(OFFICES) as Role[]), 'head' as const]

interface World {
  grants: Grant[]
  appointments: Appointment[]
  requests: OfficeRequest[]
}

const start = (): World => ({
  grants: [office('head', PIECE, { buildingId: 'b23' })],
  appointments: [
    serving(),
    nominated({ id: 'a2', buildingId: 'b24' }),
    { ...nominated(), id: 'a3', buildingId: 'b77', gridPath: '441302010.001.006.01' },
  ],
  requests: [
    { ...asked('street_admin', STREET), personId: 'wen' },
    { ...asked('auditor', STREET), personId: 'mo' },
  ],
})

const asked = (role: Role, gridPath: string): OfficeRequest => ({
  id: `o-${role}`,
  personId: 'wen',
  role,
  gridPath,
  departmentId: role === 'department' ? 'water' : null,
  acting: false,
  to: MONDAY + 200 * DAY,
  askedBy: 'su',
  askedAt: MONDAY,
})

const wordsOf = ({ role, gridPath, buildingId }: Grant) => `${role} ${gridPath} ${buildingId}`

test(`${SEQUENCES} sequences of anything a head can send never widen what he may (SEED=${SEED})`, () => {
  const pick = chance(SEED)
  const had = new Set(start().grants.map(wordsOf))
  const wider: string[] = []
  let carriedOut = 0
  for (let n = 0; n < SEQUENCES; n += 1) {
    const world = start()
    let now = MONDAY
    for (let step = 0; step < 6; step += 1) {
      now += pick(5) * DAY
      carriedOut += tryOne(world, { pick, now }) ? 1 : 0
    }
    // Whatever he may do comes from an office, so an office he did not have is all that could widen it.
    for (const office of world.grants.map(wordsOf)) if (!had.has(office)) wider.push(`${n}: ${office}`)
  }
  expect(wider).toEqual([])
  // The stories are not all refusals.
  expect(carriedOut).toBeGreaterThan(SEQUENCES / 10)
})

interface Try {
  pick: (below: number) => number
  now: number
}

/** The head sends one command of any kind with any words; the world changes as the rules say. */
function tryOne(world: World, { pick, now }: Try): boolean {
  const actor: Actor = { personId: 'wen', realNameLevel: 2, hasPhone: true, grants: world.grants }
  const place = PLACES[pick(PLACES.length)] ?? { gridPath: STREET, buildingId: null }
  const someone = ['wen', 'mo', 'li'][pick(3)] ?? 'wen'
  switch (pick(5)) {
    case 0:
      return proposes(world, { actor, now, place, someone })
    case 1:
      return steps(world, { actor, now, pick })
    case 2: {
      const role = GIVEN[pick(GIVEN.length)] ?? 'head'
      const request = { ...asked(role, place.gridPath), personId: someone, askedBy: 'wen' }
      const given = assign(request, { actor, now, held: [], hasPhone: true, seatTaken: false })
      if (given.ok && someone === 'wen') world.grants.push(office(role, place.gridPath))
      return given.ok
    }
    case 3: {
      const request = world.requests[pick(world.requests.length)]
      if (!request) return false
      const given = second(request, { actor, now, held: [], hasPhone: true, seatTaken: false })
      if (given.ok && request.personId === 'wen') world.grants.push(office(request.role, request.gridPath))
      return given.ok
    }
    default: {
      const role = GIVEN[pick(GIVEN.length)] ?? 'head'
      return endOffice({
        actor,
        office: { personId: someone, role, gridPath: place.gridPath },
        streetAdmins: 2,
      }).ok
    }
  }
}

interface Asks {
  actor: Actor
  now: number
}

function proposes(
  world: World,
  { actor, now, place, someone }: Asks & { place: (typeof PLACES)[number]; someone: string },
): boolean {
  const wanted = proposal({
    id: `n${now}`,
    personId: someone,
    ...place,
    buildingId: place.buildingId ?? 'b23',
  })
  const candidate = { birthYear: 1980, livesInEstate: true }
  const made = nominate(wanted, { actor, now, candidate, adultSeen: true })
  if (made.ok) world.appointments.push(made.value)
  return made.ok
}

const WORDS = {
  words: '说两句',
  note: '说两句',
  reason: '说两句',
  hearing: { at: MONDAY, statement: '说两句' },
  keys: '',
  notes: '',
  concernIds: [],
}

function steps(world: World, { actor, now, pick }: Asks & { pick: Try['pick'] }): boolean {
  const at = pick(world.appointments.length)
  const appointment = world.appointments[at]
  const kind = STEP_KINDS[pick(STEP_KINDS.length)]
  if (!appointment || !kind) return false
  const others = world.appointments.filter(
    (one) => one !== appointment && one.buildingId === appointment.buildingId,
  )
  const decided = decide(appointment, { kind, ...WORDS } as unknown as Step, {
    actor,
    now,
    inOffice: others.find(({ state }) => state === 'active') ?? null,
    hasNext: others.some(({ state }) => state === 'confirmed'),
    headed: 0,
    home: { buildingId: 'b23', gridPath: PIECE },
    households: ['wang'],
  })
  if (!decided.ok) return false
  const { appointment: after } = decided.value
  world.appointments[at] = after
  if (after.personId === 'wen') follow(world, appointment, after)
  return true
}

/** The office follows the appointment, as storage writes it. */
function follow(world: World, before: Appointment, after: Appointment): void {
  if (after.state === 'active' && before.state !== 'active')
    world.grants.push(office('head', after.gridPath, { buildingId: after.buildingId }))
  if (after.state === 'ended' && before.state === 'active')
    world.grants = world.grants.filter(({ buildingId }) => buildingId !== after.buildingId)
}
