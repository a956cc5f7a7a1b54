import type { Proposed } from '#core/evaluation/adjust'
import { SUBJECT_KINDS } from '#core/evaluation/formula'
import * as lives from '#core/evaluation/life'
import { lastPeriodAt, type Period, periodBefore, windowOf } from '#core/evaluation/period'
import { decideReward, proposeReward, type RewardBatch } from '#core/evaluation/reward'
import type { Actor, Role } from '#core/people/actor'
import type { Result } from '#core/result'
import { loadCalendar } from '../concerns/load-calendar'
import { saveBatch, saveNewBatch } from '../evaluation/batches'
import { computeBatch } from '../evaluation/compute'
import { type KeptLife, livesOf, loadCards, saveLife } from '../evaluation/lives'
import { reviseCard } from '../evaluation/revise'
import { tellOfCard } from '../evaluation/tell'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { DAY, digits, HOUR, PILOT_COMMUNITY, PILOT_GRID, STREET } from './codes'
import { buildingId } from './estate'
import { deedsOf, writeDeeds } from './evaluation-deeds'
import type { Part } from './part'
import { personOf } from './personas'
import { headOf } from './residents'
import { digestOf, type SealingVault } from './rows'
import type { World } from './world'

/** More than there are heads or grids. */
const ALL = 10_000

/** Three cards of the older month the community still has to confirm: it wanted to see the houses first. */
const LATE = [12, 101, 134].map(buildingId)

/**
 * Two months of cards: the older published but for three, with one appeal upheld and a reward in publicity; the last one computed
 * a day ago, so that everybody can look at his own, and one appeal waits for its answer.
 */
export function evaluationPart(world: World, epoch: number, vault: SealingVault): Part {
  const last = lastPeriodAt(epoch)
  const before = periodBefore(last)
  const deeds = deedsOf(world.buildings, [before, last], epoch)
  return {
    name: 'pilot.evaluation',
    says: '算出两个月的考评',
    digest: () => digestOf({ epoch, deeds }),
    async write(tx) {
      await writeDeeds(tx, deeds, { epoch, vault })
      await insertAll(tx, 'score_adjustments', adjustments({ before, last, epoch }).map(adjustmentRow))
      const told = tellerOf(tx)
      await told.older(before)
      await told.newest(last, epoch)
      await told.reward(before, epoch)
    },
  }
}

const actor = (persona: string, role: Role, gridPath: string): Actor => ({
  personId: personOf(persona),
  realNameLevel: 2,
  hasPhone: true,
  grants: [{ role, gridPath, buildingId: null, departmentId: null }],
})

const COMMUNITY = actor('community.staff', 'community_staff', PILOT_COMMUNITY)
const ADMIN = actor('street.admin', 'street_admin', STREET)
const SECOND = actor('street.second', 'street_admin', STREET)
const SECRETARY = actor('secretary', 'secretary', PILOT_GRID)

function tellerOf(tx: Tx) {
  let made = 0
  const system = {
    streetId: STREET,
    newId: () => {
      made += 1
      return `sc.${digits(made, 5)}`
    },
  }

  /** Computed, and shown to whom it is about. */
  async function shown(period: Period, now: number, isTold: boolean): Promise<void> {
    for (const kind of SUBJECT_KINDS) {
      await computeBatch(tx, system, { period, kind, now, limit: ALL })
      await insertAll(tx, 'score_periods', [
        { street_id: STREET, period, kind, asked_at: now, finished_at: now },
      ])
    }
    await each(period, async (kept) => {
      const life = lives.openPreview(kept.life, now)
      if (isTold && life.kind === 'head') await tellOfCard(tx, system, { life, kind: 'score_preview', now })
      return life
    })
  }

  async function each(
    period: Period,
    step: (kept: KeptLife, around: lives.Around['card']) => Promise<lives.Life>,
  ) {
    const all = await livesOf(tx, STREET).where('period', '=', period).orderBy('id').execute()
    const cards = await loadCards(
      tx,
      STREET,
      all.map(({ cardId }) => cardId),
    )
    for (const kept of all) {
      const card = cards.get(kept.cardId)
      if (card) await saveLife(tx, STREET, { kept, after: await step(kept, card.card) })
    }
  }

  /** The first week of his month that the head of a house has no round in. */
  async function object(no: number, period: Period, now: number): Promise<KeptLife & { after: lives.Life }> {
    const kept = await livesOf(tx, STREET)
      .where('period', '=', period)
      .where('subject_id', '=', buildingId(no))
      .executeTakeFirstOrThrow()
    const card = (await loadCards(tx, STREET, [kept.cardId])).get(kept.cardId)?.card
    const missed = card?.facts.find(({ component, num }) => component === 'patrols' && num === 0)
    if (!card || !missed) throw new Error(`the head of ${no} has missed no week`)
    const said = {
      id: system.newId(),
      component: missed.component,
      eventId: missed.eventId,
      words: '那一周巡了，手机没电，第二天补拍了照片',
      calendar: await loadCalendar(tx),
    }
    const himself = { ...COMMUNITY, personId: headOf(no), grants: [] }
    const after = must(lives.appeal(kept.life, said, { actor: himself, now, card }))
    return { ...kept, after }
  }

  return {
    async older(period: Period) {
      const computedAt = windowOf(period).to + 2 * HOUR
      await shown(period, computedAt, false)
      const { after, ...kept } = await object(23, period, computedAt + 10 * HOUR)
      const [{ id: appealId } = { id: '' }] = after.appeals
      const card = { facts: [], adjustments: [], stars: null }
      const answeredAt = computedAt + DAY + 8 * HOUR
      const given = { appealId, as: 'granted' as const, note: '看了照片，那一周巡过' }
      const answered = must(lives.answer(after, given, { actor: SECOND, now: answeredAt, card }))
      must(await reviseCard({ tx, now: answeredAt, system }, kept, answered))
      const confirmedAt = answeredAt + lives.PREVIEW + HOUR
      await each(period, async ({ life }, of) => {
        if (LATE.includes(life.subjectId)) return life
        const by = life.kind === 'head' ? COMMUNITY : ADMIN
        const confirmed = must(lives.confirm(life, { actor: by, now: confirmedAt, card: of }))
        return must(lives.publish(confirmed, { actor: by, now: confirmedAt + DAY, card: of, before: null }))
      })
    },

    async newest(period: Period, epoch: number) {
      const now = Math.max(windowOf(period).to, epoch - DAY + 10 * HOUR)
      await shown(period, now, true)
      const { after, ...kept } = await object(45, period, Math.min(now + HOUR, Math.max(epoch, now)))
      must(await saveLife(tx, STREET, { kept, after }))
    },

    async reward(period: Period, epoch: number) {
      const best = await tx
        .selectFrom('score_lives as l')
        .innerJoin('score_cards as c', (on) =>
          on.onRef('c.street_id', '=', 'l.street_id').onRef('c.id', '=', 'l.card_id'),
        )
        .select(['l.id', 'l.person_id'])
        .where('l.street_id', '=', STREET)
        .where('l.kind', '=', 'head')
        .where('l.period', '=', period)
        .where('c.stars', '=', 5)
        .orderBy('c.score', 'desc')
        .orderBy('l.id')
        .limit(20)
        .execute()
      const proposal = {
        id: 'rw.first',
        streetId: STREET,
        gridPath: PILOT_GRID,
        period,
        title: `${Number(period.slice(5))}月楼栋长考核奖励`,
        unit: 'fen' as const,
        items: best.map(({ id, person_id }) => ({ lifeId: id, personId: person_id ?? '', amount: 20_000 })),
      }
      const proposed = must(proposeReward(proposal, { actor: SECRETARY, now: epoch - 3 * DAY + 15 * HOUR }))
      if (!(await saveNewBatch(tx, proposed))) throw new Error('a card is rewarded twice')
      const approve = { approve: true, reason: '' }
      const at = { actor: ADMIN, now: epoch - 2 * DAY + 10 * HOUR }
      const posted: RewardBatch = must(decideReward(proposed, approve, at))
      await saveBatch(tx, { batch: proposed, version: 1 }, posted)
    },
  }
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`the story of the cards is refused: ${result.refusal}`)
  return result.value
}

interface When {
  before: Period
  last: Period
  epoch: number
}

/** One that two people agreed on, and one that waits for a second. */
const adjustments = ({ before, last, epoch }: When): Proposed[] => [
  {
    id: 'ad.lights',
    buildingId: buildingId(44),
    personId: headOf(44),
    gridPath: `${PILOT_GRID}.01`,
    period: before,
    reason: 'leads_project',
    evidence: '14盏路灯共治项目验收单，三栋签字',
    proposedBy: personOf('street.admin'),
    proposedAt: windowOf(before).to - 3 * DAY,
    decision: { by: personOf('street.second'), at: windowOf(before).to - 2 * DAY, approved: true },
  },
  {
    id: 'ad.fire',
    buildingId: buildingId(30),
    personId: headOf(30),
    gridPath: `${PILOT_GRID}.01`,
    period: last,
    reason: 'saved_from_accident',
    evidence: '巡查时关掉冒烟的电动车充电器，网格群有照片',
    proposedBy: personOf('street.admin'),
    proposedAt: epoch - 2 * DAY,
    decision: null,
  },
]

const adjustmentRow = (body: Proposed) => ({ street_id: STREET, id: body.id, version: 1, body })
