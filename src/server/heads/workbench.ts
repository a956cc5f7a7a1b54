import { type SqlBool, sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import type { Asking } from '../operation'
import { withinReach } from '../queries/reach'
import { appointmentRows, placedOf } from './rows'

type Workbench = OutputOf<'heads.mine'>

/** 我的楼栋: the houses this person heads with what waits in each, checklists, and his own appointments. */
export async function workbenchOf(asking: Asking, personId: string): Promise<Workbench> {
  return {
    buildings: await housesOf(asking, personId),
    handovers: await handoversOf(asking, personId),
    own: await ownOf(asking, personId),
  }
}

async function housesOf(asking: Asking, personId: string): Promise<Workbench['buildings']> {
  const { tx, now, system } = asking
  const rows = await tx
    .selectFrom('role_grants as g')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'g.street_id').onRef('b.id', '=', 'g.building_id'),
    )
    .select([
      'g.appointment_id as appointmentId',
      'b.id as buildingId',
      'b.label',
      'g.acting',
      'g.to_at as until',
    ])
    .select([residents, waiting, toPass, atMyDesk(asking)])
    .where('g.street_id', '=', system.streetId)
    .where('g.person_id', '=', personId)
    .where('g.role', '=', 'head')
    .where('g.from_at', '<=', now)
    .where('g.to_at', '>', now)
    .orderBy('b.no')
    .orderBy('b.id')
    .execute()
  return rows.map(({ acting, ...row }) => ({ ...row, kind: acting ? 'acting' : 'head' }))
}

const residents = sql<number>`(
  select count(*)::int from residencies r
  where r.street_id = b.street_id and r.building_id = b.id and r.to_at is null
)`.as('residents')

const waiting = sql<number>`(
  select count(*)::int from residencies r where r.street_id = b.street_id and r.building_id = b.id
    and r.to_at is null and r.confirmed_at is null and r.person_id <> g.person_id
)`.as('toConfirm')

const toPass = sql<number>`(
  select count(*)::int from head_notice_houses h
  where h.street_id = b.street_id and h.building_id = b.id and h.passed_at is null
)`.as('toPass')

/** Matters of the house that a head of it may take up or has in hand. */
const atMyDesk = (asking: Asking) =>
  sql<number>`(
    select count(*)::int from concerns c where c.street_id = b.street_id and c.building_id = b.id
      and ((c.state = 'submitted' and ${withinReach(asking, 'concern.triage')})
        or (c.state in ('accepted', 'in_progress', 'paused') and ${withinReach(asking, 'concern.handle')}))
  )`.as('open')

/** Checklists this person has to write, or to take over from the one before him. */
async function handoversOf(asking: Asking, personId: string): Promise<Workbench['handovers']> {
  const rows = await appointmentRows(asking)
    .where('a.state', '=', 'ended')
    .where(sql<SqlBool>`a.body -> 'handover' ->> 'takenAt' is null`)
    .where(sql<SqlBool>`(
      (a.person_id = ${personId} and a.body ->> 'handover' is null)
      or (a.body ->> 'handover' is not null and exists (
        select from head_appointments s where s.street_id = a.street_id and s.building_id = a.building_id
          and s.state = 'active' and s.person_id = ${personId}
      ))
    )`)
    .orderBy('a.to_at', 'desc')
    .limit(10)
    .execute()
  return rows.map(({ id, version, buildingLabel, body }) => ({
    id,
    version,
    buildingLabel,
    mine: body.personId === personId,
  }))
}

/** What is under way about this person himself. */
async function ownOf(asking: Asking, personId: string): Promise<Workbench['own']> {
  const rows = await appointmentRows(asking)
    .where('a.person_id', '=', personId)
    .where('a.state', 'in', ['nominated', 'confirmed'])
    .orderBy('a.nominated_at', 'desc')
    .limit(10)
    .execute()
  return rows.map(placedOf)
}
