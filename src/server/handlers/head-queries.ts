import { type SqlBool, sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import type { Appointment } from '#core/heads/appointment'
import { allowed, type Context } from '#core/heads/machine'
import { NO_REMOVAL, reachesHalf, standingAsks } from '#core/heads/removal'
import { mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import { findAppointment } from '../heads/load'
import { confirmedHomes } from '../heads/register'
import { type AppointmentRow, appointmentRows, headlessUnder, placedOf } from '../heads/rows'
import { workbenchOf } from '../heads/workbench'
import type { Asking, HandlersOf } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { personNames } from '../queries/names'
import { under } from '../queries/under'
import { contextOf } from './heads'

type HeadQuery = 'heads.posted' | 'heads.list' | 'heads.get' | 'heads.candidates' | 'heads.mine'

export const headQueryHandlers: HandlersOf<HeadQuery> = {
  'heads.posted': async ({ gridPath }, asking) => {
    const rows = await appointmentRows(asking)
      .where(under('a.grid_path', gridPath))
      .where('a.state', '=', 'nominated')
      .orderBy('a.nominated_at', 'desc')
      .limit(PAGE)
      .execute()
    return ok({ items: rows.filter(({ body }) => body.kind === 'head').map(postedOf) })
  },

  'heads.list': async ({ gridPath, cursor }, asking) => {
    if (!mayAt(asking.actor, 'head.read', { gridPath, buildingId: null })) return refuse('FORBIDDEN')
    const after = readCursor(cursor)
    if (!after.ok) return after
    let open = appointmentRows(asking)
      .where(under('a.grid_path', gridPath))
      .where('a.state', 'in', ['nominated', 'confirmed', 'active'])
      .orderBy('a.nominated_at', 'desc')
      .orderBy('a.id', 'desc')
      .limit(PAGE + 1)
    if (after.value) {
      open = open.where(sql<SqlBool>`(a.nominated_at, a.id) < (${after.value.at}, ${after.value.id})`)
    }
    const page = pageOf(await open.execute(), ({ body, id }) => ({ at: body.nominatedAt, id }))
    return ok({
      items: page.rows.map(placedOf),
      cursor: page.cursor,
      headless: await headlessUnder(asking, gridPath),
    })
  },

  'heads.get': async ({ id }, asking) => {
    const { tx, actor, system } = asking
    const kept = await findAppointment(tx, system.streetId, id)
    const row = await appointmentRows(asking).where('a.id', '=', id).executeTakeFirst()
    if (!kept || !row) return refuse('NOT_FOUND')
    const context = await contextOf(asking, kept)
    const may = allowed(kept.appointment, context)
    const seen = standingOf(asking, kept.appointment)
    if (seen === 'none' && may.length === 0) return refuse('NOT_FOUND')
    return ok({
      ...placedOf(row),
      ...(await wholeOf(asking, kept.appointment, seen)),
      removal: removalOf(kept.appointment, context),
      may: actor.personId ? may : [],
    })
  },

  'heads.candidates': async ({ buildingId }, asking) => {
    const { tx, actor, system } = asking
    const house = await tx
      .selectFrom('buildings')
      .select('grid_path as gridPath')
      .where('street_id', '=', system.streetId)
      .where('id', '=', buildingId)
      .executeTakeFirst()
    if (!house) return refuse('NOT_FOUND')
    if (!mayAt(actor, 'head.nominate', { ...house, buildingId })) return refuse('FORBIDDEN')
    const people = await confirmedHomes(asking)
      .innerJoin('persons as p', (on) =>
        on.onRef('p.street_id', '=', 'r.street_id').onRef('p.id', '=', 'r.person_id'),
      )
      .select(['p.id as personId', 'p.public_name as name'])
      .where('b.id', '=', buildingId)
      .where('p.id', '<>', actor.personId ?? '')
      .orderBy('p.id')
      .limit(100)
      .execute()
    return ok({ people })
  },

  'heads.mine': async (_, asking) => {
    const { personId } = asking.actor
    return personId ? ok(await workbenchOf(asking, personId)) : refuse('NOT_AUTHENTICATED')
  },
}

const postedOf = (row: AppointmentRow): OutputOf<'heads.posted'>['items'][number] => {
  const { id, version, kind, name, buildingId, buildingLabel, publicUntil } = placedOf(row)
  const { method, objections } = row.body
  return {
    id,
    version,
    kind,
    name,
    buildingId,
    buildingLabel,
    publicUntil,
    method,
    objections: objections.length,
  }
}

/** Reasons and hearings are for those who decide and for the person himself; who objected, for those who decide. */
type Standing = 'decides' | 'himself' | 'none'

function standingOf({ actor }: Asking, appointment: Appointment): Standing {
  if (mayAt(actor, 'head.read', appointment)) return 'decides'
  return actor.personId === appointment.personId ? 'himself' : 'none'
}

type Removal = OutputOf<'heads.get'>['removal']
type Whole = Pick<
  OutputOf<'heads.get'>,
  | 'method'
  | 'basis'
  | 'basisWords'
  | 'nominatedAt'
  | 'objections'
  | 'note'
  | 'reason'
  | 'ending'
  | 'hearing'
  | 'handover'
>

async function wholeOf(asking: Asking, appointment: Appointment, seen: Standing): Promise<Whole> {
  const { method, basis, nominatedAt, objections } = appointment
  const names = await personNames(asking, seen === 'decides' ? objections.map(({ by }) => by) : [])
  const isParty = seen !== 'none'
  return {
    method,
    basis,
    basisWords: isParty ? appointment.basisWords : '',
    nominatedAt,
    objections: isParty
      ? objections.map(({ at, words, by }) => ({ at, words, by: names.get(by) ?? null }))
      : [],
    note: 'note' in appointment ? appointment.note : '',
    ...(isParty ? endOf(appointment) : { reason: '', ending: null, hearing: null }),
    handover: handoverOf(appointment),
  }
}

function endOf(appointment: Appointment): Pick<Whole, 'reason' | 'ending' | 'hearing'> {
  if (appointment.state === 'declined') return { reason: appointment.reason, ending: null, hearing: null }
  if (appointment.state !== 'ended') return { reason: '', ending: null, hearing: null }
  const { ending } = appointment
  return {
    reason: 'reason' in ending ? ending.reason : '',
    ending: ending.kind,
    hearing: ending.kind === 'revoked' ? ending.hearing : null,
  }
}

/** How many of the house's households ask for a removal: for those who may read the page at all. */
function removalOf({ state, removal = NO_REMOVAL }: Appointment, { households }: Context): Removal {
  if (state !== 'active') return null
  const asked = standingAsks(removal, households).length
  return {
    asked,
    households: households.length,
    half: reachesHalf(asked, households.length),
    answers: removal.answers.map(({ by: _by, ...answer }) => answer),
  }
}

/** Whoever may read the page of an appointment that is over is a party to its handover. */
function handoverOf(appointment: Appointment): Whole['handover'] {
  if (appointment.state !== 'active' && appointment.state !== 'ended') return null
  const { handover } = appointment
  if (!handover) return null
  const { keys, notes, concernIds, givenAt, takenAt } = handover
  return { keys, notes, open: concernIds.length, givenAt, takenAt }
}
