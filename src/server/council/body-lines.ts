import { sql } from 'kysely'
import type { ParsedOf } from '#contracts/operations'
import { type ListLine, whyNotChangeVoter, whyNotListed } from '#core/council/body'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import { tellPeople } from '../heads/tell'
import type { Asking } from '../operation'
import { arePersons } from '../queries/persons'
import { listingFor } from './body-facts'
import { type Body, bodyRows, inOpenRoll, mayKeep } from './body-list'
import { listRows } from './listed-units'

type Done = Promise<Result<{ id: string }>>

/** 添一行: at the end of the list; rolls that are open do not learn of it. */
export async function enterLine(input: ParsedOf<'bodies.enter'>, asking: Asking): Done {
  const { tx, now, system } = asking
  const { councilId, ...line } = input
  const body = await bodyForChange(asking, councilId)
  if (!body.ok) return body
  const may = await mayStand(asking, line, { body: body.value, id: null })
  if (!may.ok) return may
  const id = system.newId()
  await tx
    .insertInto('council_units')
    .values({
      street_id: system.streetId,
      council_id: councilId,
      id,
      place: await nextPlace(asking, councilId),
      label: line.label,
      person_id: line.personId,
      area: line.area,
      entered_at: now,
    })
    .execute()
  return ok({ id })
}

/** 改一行: what it is called, its share, and who votes for it. */
export async function correctLine(input: ParsedOf<'bodies.correct'>, asking: Asking): Done {
  const { id, label, area } = input
  const found = await lineForChange(asking, id)
  if (!found.ok) return found
  const { body, line } = found.value
  const personId = input.personId === undefined ? line.personId : input.personId
  const refusal = personId === line.personId ? null : whyNotChangeVoter(line.inOpenRoll)
  if (refusal) return refuse(refusal)
  const may = await mayStand(asking, { label, area, personId }, { body, id })
  if (!may.ok) return may
  await write(asking, id, { label, area, person_id: personId })
  return ok({ id })
}

/** 划去一行: it is in no roll to come, and whoever voted for it reads why. */
export async function strikeLine({ id, reason }: ParsedOf<'bodies.strike'>, asking: Asking): Done {
  const found = await lineForChange(asking, id)
  if (!found.ok) return found
  const { body, line } = found.value
  const refusal = whyNotChangeVoter(line.inOpenRoll)
  if (refusal) return refuse(refusal)
  if (!mayBeShown(asking, reason)) return refuse('CONTENT_RISKY')
  await write(asking, id, { struck_at: asking.now, struck_reason: reason })
  await tellPeople(asking.tx, asking.system, {
    personIds: line.personId === null ? [] : [line.personId],
    kind: 'line_struck',
    title: `${body.name}：${line.label}`,
    note: reason,
    about: { kind: 'council', id: body.id },
    now: asking.now,
  })
  return ok({ id })
}

/** The body, whose list nobody else changes and of which no roll is taken until this transaction ends. */
export async function bodyForChange(asking: Asking, id: string): Promise<Result<Body>> {
  const body = await bodyRows(asking).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!body) return refuse('NOT_FOUND')
  return mayKeep(asking, body) ? ok(body) : refuse('FORBIDDEN')
}

interface Found {
  body: Body
  line: { label: string; personId: string | null; inOpenRoll: boolean }
}

async function lineForChange(asking: Asking, id: string): Promise<Result<Found>> {
  const { tx, system } = asking
  const at = await tx
    .selectFrom('council_units')
    .select('council_id as councilId')
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!at) return refuse('NOT_FOUND')
  const body = await bodyForChange(asking, at.councilId)
  if (!body.ok) return body
  // Read behind the lock: who came first may have struck it.
  const line = await listRows(tx, system.streetId, at.councilId)
    .select(['label', 'person_id as personId', inOpenRoll.as('inOpenRoll')])
    .where('id', '=', id)
    .executeTakeFirst()
  return line ? ok({ body: body.value, line }) : refuse('NOT_FOUND')
}

/** Whether such a line may stand in the list, beside all others but itself. */
async function mayStand(
  asking: Asking,
  line: ListLine,
  into: { body: Body; id: string | null },
): Promise<Result<object>> {
  if (!mayBeShown(asking, line.label)) return refuse('CONTENT_RISKY')
  if (!(await arePersons(asking, [line.personId]))) return refuse('NOT_FOUND')
  const refusal = whyNotListed(line, await listingFor(asking, [line], into))
  return refusal ? refuse(refusal) : ok({})
}

export async function nextPlace({ tx, system }: Asking, councilId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('council_units')
    .select(sql<number>`coalesce(max(place), 0)`.as('last'))
    .where('street_id', '=', system.streetId)
    .where('council_id', '=', councilId)
    .executeTakeFirstOrThrow()
  return last + 1
}

type Change =
  | { label: string; area: number | null; person_id: string | null }
  | { struck_at: number; struck_reason: string }

const write = ({ tx, system }: Asking, id: string, change: Change) =>
  tx
    .updateTable('council_units')
    .set(change)
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
