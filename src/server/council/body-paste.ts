import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { ListLine } from '#core/council/body'
import { type Brought, takeLines } from '#core/council/brought'
import { readLines, type Unread, type WrittenLine } from '#core/council/pasted'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import type { Asking } from '../operation'
import { foundByPhones } from '../people/found'
import { insertAll } from '../storage/insert-all'
import { listingFor } from './body-facts'
import { bodyForChange, nextPlace } from './body-lines'
import type { Body } from './body-list'

type Pasted = OutputOf<'bodies.enterAll'>
type Read = WrittenLine | Unread

/** 一次添很多行: every line, or none and what is wrong with which. */
export async function enterAll(
  { councilId, text }: ParsedOf<'bodies.enterAll'>,
  asking: Asking,
): Promise<Result<Pasted>> {
  const body = await bodyForChange(asking, councilId)
  if (!body.ok) return body
  const read = readLines(text, body.value.kind)
  if (read.length === 0) return refuse('VALIDATION')
  const { lines, same, problems } = await judgeLines(asking, body.value, read)
  if (problems.length > 0) return ok({ entered: 0, same: 0, problems })
  await writeLines(asking, councilId, lines)
  return ok({ entered: lines.length, same, problems })
}

/** What lines that were read would do to the list, and what is wrong with which; whoever is looked up reads it. */
export async function judgeLines(asking: Asking, body: Body, read: readonly Read[]) {
  const people = await foundByPhones(asking, {
    phones: read.flatMap((one) => ('phone' in one ? (one.phone ?? []) : [])),
    reason: `登记${body.name}有票的人`,
  })
  const brought = read.map((one): Brought => {
    if ('problem' in one) return one
    const { row, label, area, phone } = one
    if (!mayBeShown(asking, label)) return { row, problem: 'CONTENT_RISKY' }
    if (phone === null) return { row, line: { label, area, personId: null } }
    const person = people.get(phone)
    if (!person) return { row, problem: 'unknown_person' }
    return { row, line: { label, area, personId: person.personId } }
  })
  const lines = brought.flatMap((one) => ('line' in one ? one.line : []))
  return takeLines(brought, await listingFor(asking, lines, { body, id: null }))
}

/** At the end of the list, in their own order. */
export async function writeLines(
  asking: Asking,
  councilId: string,
  lines: readonly ListLine[],
): Promise<void> {
  const { tx, now, system } = asking
  const first = await nextPlace(asking, councilId)
  const kept = { street_id: system.streetId, council_id: councilId, entered_at: now }
  await insertAll(
    tx,
    'council_units',
    lines.map(({ label, personId, area }, at) => ({
      ...kept,
      ...{ id: system.newId(), place: first + at, label, person_id: personId, area },
    })),
  )
}
