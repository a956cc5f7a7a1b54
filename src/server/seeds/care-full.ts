import type { HardshipCase, HardshipStatus, HardshipWords } from '#core/care/hardship'
import { dueOfHardship, reminderOfHardship } from '#core/care/hardship-due'
import { NEEDS, type Pairing, type PairingStatus } from '#core/care/pairing'
import { reminderOfVisit } from '#core/care/visits'
import { dayOf } from '#core/concerns/calendar'
import { wordsFrom } from '../care/hardship-rows'
import { placeOfCase, placeOfPairing, placeOfVisit } from '../care/sealed'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { CASES, PAIRINGS } from './care-tales'
import { DAY, digits, HOUR, STREET } from './codes'
import type { SeedGrid } from './grids'
import { below, pick } from './keyed-hash'
import type { Part } from './part'
import { buildingOf, personIn, piecesOf } from './pieces'
import { digestOf, type SealingVault } from './rows'
import type { World } from './world'

/** The street's year (5.4); the pilot estate's own are among them. */
const ALL_PAIRINGS = 520
const ALL_CASES = 430

/** 结对 and 解困 of the whole street, made alone, each by its number. */
export function carePartOfAll(world: World, epoch: number, vault: SealingVault): Part {
  return {
    name: 'full.care',
    says: `写下全街道${ALL_PAIRINGS}个结对和${ALL_CASES}份解困`,
    digest: () => digestOf({ epoch, pairings: ALL_PAIRINGS, cases: ALL_CASES }),
    async write(tx) {
      const street = { pieces: piecesOf(world).filter(({ heads }) => heads > 3), world, epoch, vault }
      await writePairings(tx, street)
      await writeCases(tx, street)
    },
  }
}

interface Street {
  pieces: SeedGrid[]
  world: World
  epoch: number
  vault: SealingVault
}

/** Piece after piece, and in each the next of its houses: nobody visits more than two. */
function placeAt({ pieces }: Street, n: number) {
  const piece = pieces[n % pieces.length]
  if (!piece) throw new Error('a street without pieces')
  const round = Math.floor(n / pieces.length)
  const house = buildingOf(piece, (round * 2) % piece.heads)
  const next = buildingOf(piece, (round * 2 + 1) % piece.heads)
  return { piece, house, helper: personIn(next.id, 1) }
}

/** Who holds an office over a piece; the community's own staff are always there. */
function holder({ world }: Street, piece: SeedGrid, role: 'community_staff' | 'secretary'): string {
  const over = world.grants.filter((one) => one.role === role && piece.path.startsWith(`${one.grid}.`))
  const near = over[0] ?? world.grants.find((one) => one.role === role)
  if (!near) throw new Error(`nobody is ${role}`)
  return near.person
}

async function writePairings(tx: Tx, street: Street): Promise<void> {
  const made = Array.from({ length: ALL_PAIRINGS - PAIRINGS.length }, (_, n) => pairingAt(street, n))
  await insertAll(
    tx,
    'pairings',
    made.map(({ body, words_enc }) => ({
      street_id: STREET,
      id: body.id,
      version: 1,
      body,
      words_enc,
      next_at: reminderOfVisit(body),
    })),
  )
  await insertAll(
    tx,
    'pairing_events',
    made.map(({ body }) => ({
      street_id: STREET,
      pairing_id: body.id,
      seq: 1,
      kind: 'propose',
      at: body.proposedAt,
      actor_id: body.proposedBy,
    })),
  )
  await insertAll(
    tx,
    'pairing_visits',
    made.flatMap(({ body }) => visitsOf(body, street)),
  )
}

function pairingAt(street: Street, n: number): { body: Pairing; words_enc: string } {
  const { epoch, vault } = street
  const { piece, house, helper } = placeAt(street, n)
  const id = `fp.${digits(n + 1, 4)}`
  const staff = holder(street, piece, 'community_staff')
  const proposedAt = epoch - (20 + below(`pair-ago|${id}`, 300)) * DAY + 10 * HOUR
  const frame = {
    id,
    streetId: STREET,
    gridPath: house.grid,
    buildingId: house.id,
    personId: null,
    householdId: null,
    needs: [pick(`need|${id}`, NEEDS)],
    visitEvery: 30,
    source: { kind: 'none' as const },
    proposedBy: staff,
    proposedAt,
  }
  const body: Pairing = { ...frame, ...pairingStatus(id, { helper, staff, proposedAt, epoch }) }
  const words = { name: `第${n + 1}号结对户`, told: '', witness: '邻居', ending: '' }
  return { body, words_enc: vault.seal(JSON.stringify(words), placeOfPairing(id)) }
}

interface Standing {
  helper: string
  staff: string
  proposedAt: number
  epoch: number
}

/** Four in five run, a few of them late; the others wait, or are over. */
function pairingStatus(id: string, { helper, staff, proposedAt, epoch }: Standing): PairingStatus {
  const lot = below(`pair-state|${id}`, 100)
  if (lot < 4) return { state: 'suggested' }
  if (lot < 10) return { state: 'proposed', helperId: helper }
  const since = proposedAt + DAY
  const ago = lot < 16 ? 31 + below(`late|${id}`, 9) : below(`visit|${id}`, 19)
  const lastVisit = Math.max(dayOf(since), dayOf(epoch) - ago)
  const run = {
    helperId: helper,
    consent: { how: 'witness' as const, by: staff, at: since },
    since,
    lastVisit,
  }
  if (lot >= 85) {
    const reason = pick(`pair-end|${id}`, ['solved', 'moved', 'changed'] as const)
    const endedAt = epoch - below(`pair-over|${id}`, 15) * DAY
    return { ...run, state: 'ended', reason, remindedOf: null, endedAt, endedBy: staff }
  }
  const active = { ...run, state: 'active' as const, remindedOf: null }
  const next = lastVisit + 30
  // Who is late was told so on the day after.
  return next < dayOf(epoch) ? { ...active, remindedOf: next } : active
}

function visitsOf(body: Pairing, { vault }: Street) {
  if (body.state !== 'active' && body.state !== 'ended') return []
  const id = `${body.id}.v`
  const day = body.lastVisit ?? 0
  return [
    {
      street_id: STREET,
      id,
      pairing_id: body.id,
      helper_id: body.helperId,
      day,
      at: day * DAY + 10 * HOUR,
      note_enc: vault.seal('去看过，都好。', placeOfVisit(id)),
    },
  ]
}

async function writeCases(tx: Tx, street: Street): Promise<void> {
  const made = Array.from({ length: ALL_CASES - CASES.length }, (_, n) => caseAt(street, n))
  await insertAll(
    tx,
    'hardship_cases',
    made.map(({ body, words_enc }) => ({
      street_id: STREET,
      id: body.id,
      version: 1,
      body,
      words_enc,
      next_at: reminderOfHardship(body),
    })),
  )
  await insertAll(
    tx,
    'hardship_events',
    made.map(({ body }) => ({
      street_id: STREET,
      case_id: body.id,
      seq: 1,
      kind: 'report',
      at: body.reportedAt,
      actor_id: body.reportedBy,
    })),
  )
}

function caseAt(street: Street, n: number): { body: HardshipCase; words_enc: string } {
  const { epoch, vault } = street
  const { piece, house, helper } = placeAt(street, n)
  const id = `fh.${digits(n + 1, 4)}`
  const staff = holder(street, piece, 'community_staff')
  const second = holder(street, piece, 'secretary')
  const reportedAt = epoch - (95 + below(`case-ago|${id}`, 240)) * DAY + 9 * HOUR
  const status = caseStatus(id, { staff, second, reportedAt, epoch })
  const recent = status.state === 'reported' ? epoch - 2 * DAY : reportedAt
  const frame = {
    id,
    streetId: STREET,
    gridPath: house.grid,
    buildingId: house.id,
    personId: null,
    reportedBy: helper,
    reportedAt: recent,
    concernId: null,
    consent: { how: 'in_person' as const, by: helper, at: recent },
    remindedOf: null,
  }
  const body: HardshipCase = { ...frame, ...status }
  const words: HardshipWords = wordsFrom({
    name: `第${n + 1}号`,
    reasons: ['low_income'],
    told: '家里有难处。',
  })
  const late = dueOfHardship(body)
  if (late && late.at < epoch) throw new Error(`${id} is late and nobody was told`)
  return { body, words_enc: vault.seal(JSON.stringify(words), placeOfCase(id)) }
}

interface CaseStanding {
  staff: string
  second: string
  reportedAt: number
  epoch: number
}

/** Half are over; of the others most are being helped. */
function caseStatus(id: string, { staff, second, reportedAt, epoch }: CaseStanding): HardshipStatus {
  const lot = below(`case-state|${id}`, 100)
  const level = pick(`case-level|${id}`, [1, 2, 2, 3, 3] as const)
  const listed = { level, ownerId: staff, listedBy: staff, listedAt: reportedAt + 2 * DAY, measures: [] }
  const concludedAt = reportedAt + 90 * DAY
  if (lot < 5) return { state: 'reported', dueAt: epoch + 5 * DAY }
  if (lot < 10)
    return { state: 'not_listed', refusedBy: staff, refusedAt: reportedAt + 3 * DAY, final: false }
  if (lot < 18) return { ...listed, state: 'listed', reviewDueAt: epoch + (5 + below(`rv|${id}`, 80)) * DAY }
  if (lot < 45) return { ...listed, state: 'helping', reviewDueAt: epoch + (5 + below(`rv|${id}`, 80)) * DAY }
  const outcome = pick(`case-out|${id}`, ['relieved', 'referred', 'stable'] as const)
  if (lot < 50) return { ...listed, state: outcome, concludedBy: staff, concludedAt }
  const struck = { outcome, concludedBy: staff, struckBy: second, struckAt: concludedAt + 3 * DAY }
  return { ...listed, ...struck, state: 'struck' }
}
