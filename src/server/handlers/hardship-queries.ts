import { type SqlBool, sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { OUTCOMES, wantsHisWord } from '#core/care/hardship'
import { ownerOf, readsCase } from '#core/care/hardship-rights'
import { speaksForHim } from '#core/care/hardship-steps'
import { gridsFor } from '#core/people/place-rights'
import { reachOf } from '#core/people/policy'
import { ok, refuse } from '#core/result'
import { caseOf, caseRows, findCase, type KeptCase } from '../care/hardship-rows'
import { caseFor, frameOf, measuresOf } from '../care/hardship-view'
import type { Asking, HandlersOf } from '../operation'
import { noteLook } from '../people/note-look'
import { isAnyOf } from '../queries/any'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { personNames } from '../queries/names'
import { anyOf } from '../queries/reach'
import { under } from '../queries/under'

export const hardshipQueryHandlers: HandlersOf<'hardship.list' | 'hardship.mine' | 'hardship.read'> = {
  'hardship.list': async ({ show, cursor }, asking) => {
    const after = readCursor(cursor)
    if (!after.ok) return after
    let asked = caseRows(asking)
      .where(readable(asking))
      .where(inTab(show))
      .orderBy('h.reported_at', 'desc')
      .orderBy('h.id', 'desc')
      .limit(PAGE + 1)
    if (after.value)
      asked = asked.where(sql<SqlBool>`(h.reported_at, h.id) < (${after.value.at}, ${after.value.id})`)
    const page = pageOf(await asked.execute(), ({ reported_at, id }) => ({ at: reported_at, id }))
    const cases = page.rows.map((row) => caseOf(asking.system, row))
    const names = await personNames(
      asking,
      cases.map(({ kept }) => ownerOf(kept)),
    )
    return ok({ items: cases.map((one) => frameOf(one, asking.now, names)), cursor: page.cursor })
  },

  'hardship.mine': async (_, asking) => {
    const { personId } = asking.actor
    if (personId === null) return refuse('NOT_AUTHENTICATED')
    const rows = await caseRows(asking)
      .where((is) => is.or([is('h.person_id', '=', personId), is('h.reported_by', '=', personId)]))
      .where((is) => is.or([is('h.concern_id', 'is', null), is('h.person_id', '=', personId)]))
      .orderBy('h.reported_at', 'desc')
      .limit(20)
      .execute()
    return ok({ items: rows.map((row) => ownOf(caseOf(asking.system, row), personId)) })
  },

  /** 看一份: with a reason, and the person it is about reads who did. */
  'hardship.read': async ({ id, reason }, asking) => {
    const opened = await findCase(asking, id)
    // That there is a case at all is told to nobody else.
    if (!opened || !readsCase(asking.actor, opened.kept)) return refuse('NOT_FOUND')
    const subjectId = opened.kept.personId ?? id
    await noteLook(asking, { subjectId, what: 'hardship_case', reason })
    return ok(await caseFor(asking, opened))
  },
}

/** `readsCase` of the core, written for the database. */
function readable({ actor }: Asking) {
  const inGrids = anyOf(gridsFor(actor, 'hardship.read').map((path) => under('h.grid_path', path)))
  const owned = anyOf(
    actor.grants
      .filter(({ role }) => reachOf('hardship.work', role) !== undefined)
      .map(
        ({ gridPath }) =>
          sql<SqlBool>`(h.owner_id = ${actor.personId}::text and ${under('h.grid_path', gridPath)})`,
      ),
  )
  return sql<SqlBool>`((${inGrids} or ${owned}) and h.person_id is distinct from ${actor.personId}::text)`
}

function inTab(show: ParsedOf<'hardship.list'>['show']) {
  const concluded = isAnyOf('h.state', OUTCOMES)
  if (show === 'to_strike') return concluded
  const over = sql<SqlBool>`h.state in ('struck', 'not_listed', 'withdrawn')`
  return show === 'over' ? over : sql<SqlBool>`not (${over} or ${concluded})`
}

type Mine = OutputOf<'hardship.mine'>['items'][number]

/** His own he reads whole; of a neighbour's he is told that it arrived, and no word of what became of it. */
function ownOf(opened: KeptCase, personId: string): Mine {
  const { kept, words, version } = opened
  const own = kept.personId === personId
  const speaks = speaksForHim(kept, personId)
  const refused = speaks && kept.state === 'not_listed'
  return {
    id: kept.id,
    version,
    state: own || refused ? kept.state : 'reported',
    own,
    agreed: kept.consent !== null,
    reportedAt: kept.reportedAt,
    assessment: own ? words.assessment : '',
    measures: own
      ? measuresOf(opened).map(({ what, who, dueAt, doneAt }) => ({ what, who, dueAt, doneAt }))
      : [],
    policies: own ? words.policies : [],
    mayConsent: own && wantsHisWord(kept),
    mayAppeal: speaks && kept.state === 'not_listed' && !kept.final,
  }
}
