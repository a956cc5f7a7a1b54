import type { EventKind } from '#core/concerns/events'
import { isOwn } from '#core/concerns/helped'
import { allowed } from '#core/concerns/machine'
import { ok, refuse } from '#core/result'
import { loadCalendar } from '../concerns/load-calendar'
import type { Asking, HandlersOf } from '../operation'
import { type CardRow, cardOf, cardRows } from '../queries/cards'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { detailOf } from '../queries/detail'
import { reportedOrFollowedBy } from '../queries/mine'
import { newestFirst, publicList } from '../queries/public-list'
import { queueCounts, queuePage } from '../queries/queue'
import { similarTo } from '../queries/similar'
import { waitsFor } from '../queries/waits-for'

type ConcernQuery =
  | 'concerns.similar'
  | 'concerns.list'
  | 'concerns.mine'
  | 'concerns.get'
  | 'concerns.find'
  | 'concerns.queue'

export const concernQueryHandlers: HandlersOf<ConcernQuery> = {
  'concerns.similar': async (input, asking) => ok({ items: await similarTo(asking, input) }),

  'concerns.list': async (input, asking) => {
    const after = readCursor(input.cursor)
    if (!after.ok) return after
    const { rows, cursor } = pageOf(await publicList(asking, input, after.value), bySubmission)
    return ok({ items: rows.map((row) => cardOf(row, asking)), cursor })
  },

  'concerns.mine': async (input, asking) => {
    const { personId } = asking.actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    const after = readCursor(input.cursor)
    if (!after.ok) return after
    const found = await reportedOrFollowedBy(asking, personId)
      .where(newestFirst(after.value))
      .orderBy('c.submitted_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(PAGE + 1)
      .execute()
    const { rows, cursor } = pageOf(found, bySubmission)
    const items = rows.map((row) => ({
      ...cardOf(row, asking),
      mine: isOwn(row.body, personId),
      waitsForMe: waitsFor(personId, row.body),
    }))
    return ok({ items, cursor })
  },

  'concerns.get': async ({ id }, asking) => {
    const row = await cardRows(asking).select('c.version').where('c.id', '=', id).executeTakeFirst()
    const detail = row && (await detailOf(asking, row))
    return detail ? ok(detail) : refuse('NOT_FOUND')
  },

  'concerns.find': async ({ no }, asking) => {
    const row = await cardRows(asking).select('c.version').where('c.no', '=', no).executeTakeFirst()
    const detail = row && (await detailOf(asking, row))
    return detail ? ok({ id: detail.id }) : refuse('NOT_FOUND')
  },

  'concerns.queue': async ({ tab, cursor: from }, asking) => {
    const after = readCursor(from)
    if (!after.ok) return after
    const { rows, cursor } = pageOf(await queuePage(asking, tab, after.value), byDeadline)
    const next = await nextSteps(asking, rows)
    return ok({
      items: rows.map((row) => ({ ...cardOf(row, asking), next: next.get(row.id) ?? null })),
      cursor,
      counts: await queueCounts(asking),
    })
  },
}

const bySubmission = ({ id, body }: CardRow) => ({ at: body.submittedAt, id })
const byDeadline = ({ id, body }: CardRow) => ({ at: body.resolveDueAt, id })

/** What one would usually do next, the usual things first; what is not here is one's own decision. */
const USUAL: EventKind[] = [
  'release',
  'accept',
  'arrive',
  'answer_extension',
  'start',
  'resume',
  'resolve',
  'verify',
]

async function nextSteps({ tx, actor, now }: Asking, rows: CardRow[]): Promise<Map<string, EventKind>> {
  const calendar = await loadCalendar(tx)
  const steps = new Map<string, EventKind>()
  for (const { id, body } of rows) {
    const may = allowed(body, { actor, now, calendar })
    const next = USUAL.find((kind) => may.includes(kind))
    if (next) steps.set(id, next)
  }
  return steps
}
