import type { InputOf } from '../../../src/contracts/operations'
import { answerOf, GRID, personOf, type Street, type Who } from '../concerns/small-street'
import { DAY, motionOf, words } from './making'

type Kind = InputOf<'bodies.found'>['kind']

interface Founded {
  kind: Kind
  /** Of this house alone. */
  buildingId?: string
  lines: readonly (readonly [label: string, who: Who | null])[]
}

export interface Body {
  id: string
  /** Lines by their label. */
  unit: (label: string) => string
}

const M2 = 10_000

/** A body with its list; 志愿者 leads it, the branch secretary keeps its papers. */
export async function bodyOf(street: Street, { kind, buildingId, lines }: Founded): Promise<Body> {
  const keeper: Who = buildingId === undefined ? 'community_staff' : 'grid_staff'
  const founding = {
    name: '一起商量的会',
    gridPath: GRID,
    kind,
    buildingId: buildingId ?? null,
    chairId: personOf('volunteer'),
    secretaryId: personOf('secretary'),
  }
  const { id } = answerOf(await street.ask(keeper, 'bodies.found', founding))
  const units = new Map<string, string>()
  for (const [label, who] of lines) {
    const line = {
      councilId: id,
      label,
      personId: who && personOf(who),
      area: kind === 'owner' ? 50 * M2 : null,
    }
    units.set(label, answerOf(await street.ask(keeper, 'bodies.enter', line)).id)
  }
  return { id, unit: (label) => units.get(label) ?? '' }
}

interface Proposed {
  by: Who
  seconded: { by: Who; label: string }
}

/** Announced three days ago: the chair may open the poll. */
export async function announcedIn(
  street: Street,
  body: Body,
  { by, seconded }: Proposed,
): Promise<{ id: string; version: number }> {
  const motion = { councilId: body.id, concernId: null, rule: 'absolute' as const }
  const { id } = answerOf(
    await street.ask(by, 'motions.propose', { ...motion, words: words(street.time.now) }),
  )
  const second = { id, unitId: body.unit(seconded.label) }
  answerOf(await street.ask(seconded.by, 'motions.second', second))
  const screen = { id, version: 2, decision: 'schedule' as const, note: '可以上会' }
  answerOf(await street.ask('secretary', 'motions.screen', screen))
  const { version } = answerOf(await street.ask('grid_staff', 'motions.announce', { id, version: 3 }))
  street.time.now += 3 * DAY
  return { id, version }
}

/** Put to the vote for two days. */
export async function openedIn(
  street: Street,
  { id, version }: { id: string; version: number },
  ballots: 'open' | 'secret' = 'open',
): Promise<{ pollId: string; closesAt: number }> {
  const opening = { id, version, days: 2, ballots, opinion: false }
  answerOf(await street.ask('volunteer', 'motions.open_poll', opening))
  const { ballot } = await motionOf(street, id)
  if (!ballot) throw new Error('no poll was opened')
  return { pollId: ballot.id, closesAt: ballot.closesAt }
}
