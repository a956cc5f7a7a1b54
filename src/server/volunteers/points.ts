import type { OutputOf, ParsedOf } from '#contracts/operations'
import { dayOf } from '#core/concerns/calendar'
import { ancestorAt } from '#core/grids/grid'
import { reachOf } from '#core/people/policy'
import { ok, type Result, refuse } from '#core/result'
import { balanceAt, exchanged, type PointReason, pointsFor } from '#core/volunteers/points'
import type { Asking } from '../operation'
import { holdPerson } from './join'

interface Entry {
  personId: string
  reason: PointReason
  points: number
  /** Days since 1970, in China: of the service. */
  day: number
  now: number
  signUpId?: string
  rewardId?: string
}

async function write(
  { tx, system }: Asking,
  { personId, reason, points, day, now, ...about }: Entry,
): Promise<void> {
  await tx
    .insertInto('point_entries')
    .values({
      street_id: system.streetId,
      id: system.newId(),
      person_id: personId,
      reason,
      points,
      day,
      at: now,
      signup_id: about.signUpId ?? null,
      reward_id: about.rewardId ?? null,
    })
    .execute()
}

const entriesOf = ({ tx, system }: Asking, personId: string) =>
  tx
    .selectFrom('point_entries as e')
    .leftJoin('point_rewards as r', (on) =>
      on.onRef('r.street_id', '=', 'e.street_id').onRef('r.id', '=', 'e.reward_id'),
    )
    .select(['e.id', 'e.reason', 'e.points', 'e.day', 'e.at', 'e.signup_id as signUpId', 'r.title'])
    .where('e.street_id', '=', system.streetId)
    .where('e.person_id', '=', personId)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()

interface Served {
  personId: string
  signUpId: string
  /** What stands in the ledger of hours for this service now. */
  minutes: number
  day: number
  now: number
}

/** Points follow what the ledger of hours says of a service; its person is held. */
export async function pointsFollow(asking: Asking, served: Served): Promise<void> {
  const entries = await entriesOf(asking, served.personId)
  const earned = entries.filter(({ reason }) => reason !== 'exchange')
  const sum = (some: typeof earned) => some.reduce((all, { points }) => all + points, 0)
  const mine = earned.filter(({ signUpId }) => signUpId === served.signUpId)
  const others = sum(earned.filter(({ day, signUpId }) => day === served.day && signUpId !== served.signUpId))
  const points = pointsFor(served.minutes, others) - sum(mine)
  const reason = mine.length === 0 ? ('service' as const) : ('correction' as const)
  const { minutes: _, ...about } = served
  if (points !== 0) await write(asking, { ...about, reason, points })
}

/** 我的积分, and what they are good for. */
export async function pointsOf(asking: Asking): Promise<Result<OutputOf<'points.mine'>>> {
  const { tx, actor, now, system } = asking
  if (!actor.personId) return refuse('NOT_AUTHENTICATED')
  const entries = await entriesOf(asking, actor.personId)
  const rewards = await tx
    .selectFrom('point_rewards')
    .select(['id', 'title', 'cost', 'stock'])
    .where('street_id', '=', system.streetId)
    .orderBy('cost')
    .orderBy('id')
    .limit(50)
    .execute()
  const told = entries.slice(-20).reverse()
  return ok({
    balance: balanceAt(entries, now),
    entries: told.map(({ id, reason, points, at, title }) => ({
      id,
      reason,
      points,
      at,
      title: title ?? '',
    })),
    rewards,
  })
}

/** 兑换: the person is held, then the reward, so that neither is spent twice. */
export async function exchange(
  { rewardId }: ParsedOf<'points.exchange'>,
  asking: Asking,
): Promise<Result<OutputOf<'points.exchange'>>> {
  const { tx, actor, system } = asking
  const { personId } = actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  await holdPerson(asking, personId)
  const reward = await tx
    .selectFrom('point_rewards')
    .select(['cost', 'stock'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', rewardId)
    .forUpdate()
    .executeTakeFirst()
  if (!reward) return refuse('NOT_FOUND')
  const now = await asking.instant()
  const balance = balanceAt(await entriesOf(asking, personId), now)
  const may = exchanged({ balance, ...reward })
  if (!may.ok) return may
  await tx
    .updateTable('point_rewards')
    .set({ stock: reward.stock - 1 })
    .where('street_id', '=', system.streetId)
    .where('id', '=', rewardId)
    .execute()
  await write(asking, { personId, reason: 'exchange', points: -reward.cost, day: dayOf(now), now, rewardId })
  return ok({ balance: balance - reward.cost })
}

/** A small thing or service the community gives, so many of it. */
export async function offer(
  { title, cost, stock }: ParsedOf<'points.offer'>,
  { tx, actor, system }: Asking,
): Promise<Result<{ id: string }>> {
  const office = actor.grants.find(({ role }) => reachOf('points.offer', role) === 'grid')
  if (!office) return refuse('FORBIDDEN')
  const id = system.newId()
  await tx
    .insertInto('point_rewards')
    .values({ street_id: system.streetId, id, grid_path: ancestorAt(office.gridPath, 1), title, cost, stock })
    .execute()
  return ok({ id })
}
