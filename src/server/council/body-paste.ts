import type { OutputOf, ParsedOf } from '#contracts/operations'
import { type ListLine, whyNotListed } from '#core/council/body'
import { LINE_PROBLEMS, type LineProblem, readLines } from '#core/council/pasted'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import type { Asking } from '../operation'
import { foundByPhone } from '../people/found'
import { insertAll } from '../storage/insert-all'
import { bodyForChange, livesIn, nextPlace } from './body-lines'
import type { Body } from './body-list'
import { listRows } from './listed-units'

type Pasted = OutputOf<'bodies.enterAll'>
type Read = ReturnType<typeof readLines>[number]
type Others = Pick<ListLine, 'label' | 'personId'>[]

/** 一次添很多行: every line, or none and what is wrong with which. */
export async function enterAll(
  { councilId, text }: ParsedOf<'bodies.enterAll'>,
  asking: Asking,
): Promise<Result<Pasted>> {
  const { tx, now, system } = asking
  const body = await bodyForChange(asking, councilId)
  if (!body.ok) return body
  const others: Others = await listRows(tx, system.streetId, councilId)
    .select(['label', 'person_id as personId'])
    .execute()
  const lines: ListLine[] = []
  const problems: Pasted['problems'] = []
  for (const read of readLines(text, body.value.kind)) {
    const line = await lineOf(asking, read, { body: body.value, others })
    if (typeof line === 'string') problems.push({ row: read.row, problem: line })
    else {
      lines.push(line)
      others.push(line)
    }
  }
  if (lines.length + problems.length === 0) return refuse('VALIDATION')
  if (problems.length > 0) return ok({ entered: 0, problems })
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
  return ok({ entered: lines.length, problems })
}

interface Beside {
  body: Body
  /** What stands in the list, and what was pasted above. */
  others: Others
}

/** The line as it would stand in the list, or why it cannot. */
async function lineOf(asking: Asking, read: Read, { body, others }: Beside): Promise<ListLine | LineProblem> {
  if ('problem' in read) return read.problem
  const { label, phone, area } = read
  if (!mayBeShown(asking, label)) return 'CONTENT_RISKY'
  const reason = `登记${body.name}有票的人`
  const found = phone === null ? null : await foundByPhone(asking, { phone, reason })
  if (phone !== null && found === null) return 'unknown_person'
  const line = { label, personId: found?.personId ?? null, area }
  const refusal = whyNotListed(line, {
    kind: body.kind,
    others,
    writerId: asking.actor.personId ?? '',
    livesThere: await livesIn(asking, body, line.personId),
  })
  if (refusal === null) return line
  const problem = LINE_PROBLEMS.find((one) => one === refusal)
  if (!problem) throw new Error(`a line that was read is refused: ${refusal}`)
  return problem
}
