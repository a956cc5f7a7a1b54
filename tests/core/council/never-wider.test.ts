import { MOTION_STATES, type Motion } from '#core/council/motion'
import { MOTION_EVENTS, type MotionEvent, type MotionEventKind } from '#core/council/motion-events'
import { decideMotion } from '#core/council/motion-machine'
import { whyNotCast } from '#core/council/poll'
import { propose } from '#core/council/propose'
import { mayInCouncil, type Standing } from '#core/council/standing'
import { covers } from '#core/grids/grid'
import { GRID, headOf, motionIn, NOW, TIED, WORDS } from './making'

const SEQUENCES = 100_000
const SEED = Number(process.env.SEED ?? 20221221)
const WEN = headOf('b23')

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
type Pick = ReturnType<typeof chance>

/** His own council, that of another grid, that of another street. */
const COUNCILS = [GRID, '441302010.001.006', '441302999.001.005']
const UNITS = ['b23', 'b24', 'b77', 'nowhere']

/** How the server finds him to stand: for houses he heads in the council's grid; his home lies in his own. */
const standing = (gridPath: string): Standing => ({
  actor: WEN,
  council: { gridPath, units: 191, chairId: 'chair' },
  standsFor: WEN.grants.flatMap((grant) =>
    grant.buildingId !== null && covers(gridPath, grant.gridPath) ? [grant.buildingId] : [],
  ),
  livesHere: gridPath === GRID,
})

/** Words that fit any event, so that only right and state decide. */
const eventOf = (kind: MotionEventKind, unitId: string): MotionEvent =>
  ({
    kind,
    unitId,
    words: WORDS,
    changed: '改了',
    note: '说明',
    decision: 'schedule',
    pollId: 'p',
    tally: null,
    candidateId: 'k',
    personId: 'he',
    houseId: unitId,
    statement: '晚上都在家',
    drawn: ['何'],
  }) as never

/** What a house says through its head, and what whoever proposed may do with his own. */
const VOICES: readonly MotionEventKind[] = ['second', 'object', 'accept', 'send_back', 'stand', 'watch']
const PROPOSERS: readonly MotionEventKind[] = ['revise', 'amend', 'withdraw']

/** Why this went further than a head of one house reaches, or `null`. */
function wider(motion: Motion, kind: MotionEventKind, unitId: string): string | null {
  if (PROPOSERS.includes(kind)) return motion.proposerId === WEN.personId ? null : 'of another'
  if (kind === 'step_down')
    return motion.election?.candidates.some(({ personId }) => personId === WEN.personId) ? null : 'of another'
  // Whom a head names heads another house; he does it as a head of this council.
  if (kind === 'nominate') return motion.gridPath === GRID ? null : 'in another council'
  if (!VOICES.includes(kind)) return 'no head’s to do'
  if (unitId !== 'b23') return 'for another house'
  return motion.gridPath === GRID ? null : 'in another council'
}

function startingWorld(pick: Pick): Motion[] {
  return COUNCILS.map((gridPath, at) =>
    motionIn(MOTION_STATES[pick(MOTION_STATES.length)] ?? 'proposed', {
      id: `m${at}`,
      gridPath,
      ...(pick(2) === 0 && { election: TIED }),
      proposerId: pick(4) === 0 ? (WEN.personId ?? '') : 'li',
    }),
  )
}

/** One thing he sends, to one of the motions; `null` when it was refused, else what was wrong with it, if anything. */
function sends(motions: Motion[], pick: Pick, now: number): { beyond: string | null } | null {
  // Half of what he sends is a head's to send, or nearly every story would be six refusals.
  const likely = pick(2) === 0
  const at = likely ? 0 : pick(motions.length)
  const motion = motions[at]
  const kinds = likely ? [...VOICES, ...PROPOSERS, 'nominate' as const, 'step_down' as const] : MOTION_EVENTS
  const kind = kinds[pick(kinds.length)]
  const unitId = UNITS[likely ? pick(2) : pick(UNITS.length)] ?? ''
  if (!motion || !kind) return null
  const decided = decideMotion(eventOf(kind, unitId), { ...standing(motion.gridPath), motion, now })
  if (!decided.ok) return null
  motions[at] = decided.value.motion
  const why = wider(motion, kind, unitId)
  return { beyond: why && `${kind} ${unitId} ${motion.gridPath} ${why}` }
}

test(`${SEQUENCES} sequences of anything a head can send to councils reach no farther than his house (SEED=${SEED})`, () => {
  const pick = chance(SEED)
  const beyond: string[] = []
  let carriedOut = 0
  for (let n = 0; n < SEQUENCES; n += 1) {
    const motions = startingWorld(pick)
    for (let step = 0; step < 6; step += 1) {
      const done = sends(motions, pick, NOW + step)
      if (done) carriedOut += 1
      if (done?.beyond) beyond.push(`${n}: ${done.beyond}`)
    }
  }
  expect(beyond).toEqual([])
  // The stories are not all refusals.
  expect(carriedOut).toBeGreaterThan(SEQUENCES / 10)
})

test('he proposes and speaks in his own council alone, and casts for his own house alone', () => {
  for (const gridPath of COUNCILS) {
    const draft = {
      id: 'm',
      streetId: 's',
      councilId: 'c',
      concernId: null,
      rule: 'ordinary' as const,
      words: WORDS,
    }
    expect(propose(draft, { ...standing(gridPath), now: NOW }).ok).toBe(gridPath === GRID)
    expect(mayInCouncil(standing(gridPath), 'unit.speak') !== null).toBe(gridPath === GRID)
    const { standsFor } = standing(gridPath)
    const cast = (unitId: string) =>
      whyNotCast({
        poll: { ...POLL, closesAt: NOW + 1 },
        unit: { unitId, struck: false },
        represents: standsFor.includes(unitId),
        isPresent: true,
        hasBallot: false,
        now: NOW,
      })
    const taken = UNITS.filter((unitId) => cast(unitId) === null)
    expect(taken).toEqual(gridPath === GRID ? ['b23'] : [])
  }
})

const POLL = {
  id: 'p',
  ballots: 'open' as const,
  rule: {} as never,
  slate: null,
  mayChange: true,
  opensAt: NOW - 1,
  wasExtended: false,
  state: 'voting' as const,
}
