import { type SqlBool, sql } from 'kysely'
import { DAY } from '#core/concerns/calendar'
import { mayAt } from '#core/people/permissions'
import { reachOf } from '#core/people/policy'
import { ok, refuse } from '#core/result'
import { tellPeople } from '../heads/tell'
import type { Asking, HandlersOf } from '../operation'
import { anyOf } from '../queries/reach'
import { under } from '../queries/under'

/** 认一认: a neighbour's word holds for a year. */
const HOLDS_FOR = 365 * DAY

export const residenceHandlers: HandlersOf<'residences.waiting' | 'residences.answer'> = {
  'residences.waiting': async (_, asking) => {
    const rows = await waitingHomes(asking)
      .innerJoin('persons as p', (on) =>
        on.onRef('p.street_id', '=', 'r.street_id').onRef('p.id', '=', 'r.person_id'),
      )
      .select(['r.id', 'r.kind', 'r.from_at as since', 'p.public_name as name'])
      .select(['b.id as buildingId', 'b.label as buildingLabel'])
      .where(mine(asking))
      .orderBy('r.from_at')
      .orderBy('r.id')
      .limit(100)
      .execute()
    return ok({ items: rows })
  },

  'residences.answer': async ({ id, lives }, asking) => {
    const { tx, actor, now, system } = asking
    const home = await waitingHomes(asking)
      .select(['r.person_id', 'r.from_at', 'b.id as buildingId', 'b.label', 'b.grid_path as gridPath'])
      .where('r.id', '=', id)
      .forUpdate(['r'])
      .executeTakeFirst()
    if (!home) return refuse('NOT_FOUND')
    if (home.person_id === actor.personId) return refuse('SELF_APPROVAL')
    if (!mayAt(actor, 'residence.confirm', home)) return refuse('FORBIDDEN')

    const vouched = { confirmed_by: actor.personId, confirmed_at: now, expires_at: now + HOLDS_FOR }
    // A claim that nobody vouches for ends; to_at lies after from_at even for one made this instant.
    await tx
      .updateTable('residencies')
      .set(lives ? vouched : { to_at: Math.max(now, home.from_at + 1) })
      .where('street_id', '=', system.streetId)
      .where('id', '=', id)
      .execute()
    const kind = lives ? 'home_confirmed' : 'home_denied'
    await tellPeople(tx, system, { personIds: [home.person_id], kind, title: home.label, now })
    return ok({ done: true })
  },
}

const waitingHomes = ({ tx, system }: Asking) =>
  tx
    .selectFrom('residencies as r')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'r.street_id').onRef('b.id', '=', 'r.building_id'),
    )
    .where('r.street_id', '=', system.streetId)
    .where('r.to_at', 'is', null)
    .where('r.confirmed_at', 'is', null)

/** Homes in the houses and grids of this person's offices, his own apart. */
function mine({ actor }: Asking) {
  const reached = actor.grants.flatMap(({ role, gridPath, buildingId }) => {
    const reach = reachOf('residence.confirm', role)
    if (reach === 'building') return [sql<SqlBool>`b.id = ${buildingId}::text`]
    return reach === 'grid' ? [under('b.grid_path', gridPath)] : []
  })
  return sql<SqlBool>`(${anyOf(reached)} and r.person_id <> ${actor.personId}::text)`
}
