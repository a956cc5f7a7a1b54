import { type SqlBool, sql } from 'kysely'
import type { ParsedOf } from '#contracts/operations'
import { helperOf } from '#core/care/pairing'
import { mayOn, seesPairing } from '#core/care/pairing-steps'
import { dayOf } from '#core/concerns/calendar'
import { gridsFor } from '#core/people/place-rights'
import { reachOf } from '#core/people/policy'
import { ok, refuse } from '#core/result'
import { findHouse } from '../buildings/house'
import { helpersAround } from '../care/offices'
import { contextFor, findPairing, keptOf, pairingRows } from '../care/pairing-rows'
import { shownOf, wholeOf } from '../care/pairing-view'
import { openAbout, placeOfVisit } from '../care/sealed'
import { slipsOf } from '../care/slips'
import type { Asking, HandlersOf } from '../operation'
import { noteLook } from '../people/note-look'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { personNames } from '../queries/names'
import { anyOf } from '../queries/reach'
import { under } from '../queries/under'

type Show = ParsedOf<'pairings.list'>['show']

export const pairingQueryHandlers: HandlersOf<
  'pairings.list' | 'pairings.get' | 'pairings.helpers' | 'pairings.read_notes'
> = {
  'pairings.list': async ({ show, cursor }, asking) => {
    const { actor, system } = asking
    const after = readCursor(cursor)
    if (!after.ok) return after
    let asked = pairingRows(asking)
      .where(shownFor(asking, show))
      .orderBy('p.proposed_at', 'desc')
      .orderBy('p.id', 'desc')
      .limit(PAGE + 1)
    if (after.value)
      asked = asked.where(sql<SqlBool>`(p.proposed_at, p.id) < (${after.value.at}, ${after.value.id})`)
    const page = pageOf(await asked.execute(), ({ proposed_at, id }) => ({ at: proposed_at, id }))
    const kept = page.rows.map((row) => keptOf(system, row))
    const names = await personNames(
      asking,
      kept.map(({ pairing }) => helperOf(pairing)),
    )
    const items = []
    for (const one of kept) items.push(shownOf(one, await contextFor(asking, one.pairing), names))
    return ok({
      items,
      cursor: page.cursor,
      arranges: gridsFor(actor, 'pairing.read').length > 0,
      proposes: actor.grants.some(({ role }) => reachOf('pairing.propose', role) !== undefined),
    })
  },

  'pairings.get': async ({ id }, asking) => {
    const kept = await findPairing(asking, id)
    if (!kept || !seesPairing(kept.pairing, await contextFor(asking, kept.pairing)))
      return refuse('NOT_FOUND')
    return ok(await wholeOf(asking, kept))
  },

  'pairings.helpers': async ({ buildingId }, asking) => {
    const { tx, now, actor, system } = asking
    const { streetId } = system
    const house = await findHouse(tx, { streetId, id: buildingId })
    if (!house) return refuse('NOT_FOUND')
    if (!mayOn(actor, 'pairing.assign', { gridPath: house.gridPath, buildingId })) return refuse('FORBIDDEN')
    return ok({ items: await helpersAround(tx, { streetId, gridPath: house.gridPath, now }) })
  },

  /** 看走访记录: what was seen in a home is read with a reason, and whoever is visited reads who did. */
  'pairings.read_notes': async ({ id, reason }, asking) => {
    const { tx, system, actor } = asking
    const kept = await findPairing(asking, id)
    if (!kept) return refuse('NOT_FOUND')
    const { pairing, keyEnc, words } = kept
    if (!mayOn(actor, 'pairing.read_notes', pairing)) return refuse('FORBIDDEN')
    await noteLook(asking, { subjectId: pairing.personId ?? id, what: 'visit_notes', reason })
    const rows = await tx
      .selectFrom('pairing_visits')
      .select(['id as visitId', 'day', 'note_enc'])
      .where('street_id', '=', system.streetId)
      .where('pairing_id', '=', id)
      .orderBy('day', 'desc')
      .limit(60)
      .execute()
    const noteOf = (visitId: string, sealed: string | null): string =>
      openAbout(system, sealed, { personId: pairing.personId, keyEnc, place: placeOfVisit(visitId) }) ?? ''
    return ok({
      notes: rows.map(({ visitId, day, note_enc }) => ({ visitId, day, note: noteOf(visitId, note_enc) })),
      slips: await slipsOf(asking, id),
      witness: words.witness,
    })
  },
}

/** Which pairings a tab shows: one's own, or those of the grids one arranges. */
function shownFor(asking: Asking, show: Show) {
  const { actor, now } = asking
  const isOver = sql<SqlBool>`p.state in ('ended', 'declined')`
  if (show === 'mine') return sql<SqlBool>`(${mine(asking)})`
  const inGrids = anyOf(gridsFor(actor, 'pairing.read').map((path) => under('p.grid_path', path)))
  if (show === 'over') return sql<SqlBool>`((${inGrids} or ${mine(asking)}) and ${isOver})`
  const late = sql<SqlBool>`p.state = 'active' and (p.body ->> 'visitEvery')::int
    + coalesce((p.body ->> 'lastVisit')::int, (((p.body ->> 'since')::bigint + 28800000) / 86400000)::int)
    < ${dayOf(now)}`
  return show === 'overdue'
    ? sql<SqlBool>`(${inGrids} and ${late})`
    : sql<SqlBool>`(${inGrids} and not ${isOver})`
}

/** He visits, is visited, or said that somebody is needed. */
const mine = ({ actor }: Asking) => sql<SqlBool>`(
  ${actor.personId}::text in (p.helper_id, p.person_id, p.proposed_by)
  or p.household_id in (
    select m.household_id from household_members m
    where m.street_id = p.street_id and m.person_id = ${actor.personId}::text
      and m.from_at is not null and m.to_at is null
  )
)`
