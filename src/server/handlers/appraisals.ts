import { appraise, mayAppraise } from '#core/evaluation/appraisal'
import { quarterWith } from '#core/evaluation/period'
import { ok, refuse } from '#core/result'
import { confirmedHomeOf } from '../heads/register'
import type { Asking, HandlersOf } from '../operation'

export const appraisalHandlers: HandlersOf<'appraisals.show' | 'appraisals.answer'> = {
  'appraisals.show': async (_, asking) => {
    const { actor, now } = asking
    const quarter = quarterWith(now)
    const home = await confirmedHomeOf(asking, actor.personId)
    const head = home && (await headOf(asking, home.buildingId))
    if (!home || !head || !actor.personId) return ok({ quarter, house: null, may: false, answered: false })
    const hasAnswered = await hasVoted(asking, home.buildingId)
    const answering = { hasHomeThere: true, personId: actor.personId, headId: head.personId, hasAnswered }
    return ok({
      quarter,
      house: { buildingId: home.buildingId, label: head.label, head: head.name },
      may: mayAppraise(answering) === null,
      answered: hasAnswered,
    })
  },

  'appraisals.answer': async ({ buildingId, marks }, asking) => {
    const { tx, actor, now, system } = asking
    if (!actor.personId) return refuse('NOT_AUTHENTICATED')
    const home = await confirmedHomeOf(asking, actor.personId)
    const head = await headOf(asking, buildingId)
    const where = { street_id: system.streetId, building_id: buildingId, quarter: quarterWith(now) }
    const answering = {
      hasHomeThere: home?.buildingId === buildingId,
      personId: actor.personId,
      headId: head?.personId ?? null,
      hasAnswered: await hasVoted(asking, buildingId),
    }
    const before = await lockSum(asking, { ...where, head_id: head?.personId ?? null })
    const after = appraise(before, marks, answering)
    if (!after.ok) return after
    const voted = await tx
      .insertInto('appraisal_voters')
      .values({ ...where, person_id: actor.personId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    // Two taps at once: the key decides.
    if (Number(voted.numInsertedOrUpdatedRows) === 0) return refuse('NOT_IN_THIS_STATE')
    await tx
      .updateTable('appraisal_sums')
      .set(after.value)
      .where('street_id', '=', where.street_id)
      .where('building_id', '=', buildingId)
      .where('quarter', '=', where.quarter)
      .where('head_id', '=', head?.personId ?? '')
      .execute()
    return ok({ done: true })
  },
}

const headOf = ({ tx, now, system }: Asking, buildingId: string) =>
  tx
    .selectFrom('role_grants as g')
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'g.street_id').onRef('p.id', '=', 'g.person_id'),
    )
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'g.street_id').onRef('b.id', '=', 'g.building_id'),
    )
    .select(['g.person_id as personId', 'p.public_name as name', 'b.label'])
    .where('g.street_id', '=', system.streetId)
    .where('g.building_id', '=', buildingId)
    .where('g.role', '=', 'head')
    .where('g.from_at', '<=', now)
    .where('g.to_at', '>', now)
    .executeTakeFirst()

async function hasVoted({ tx, actor, now, system }: Asking, buildingId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('appraisal_voters')
    .select('person_id')
    .where('street_id', '=', system.streetId)
    .where('building_id', '=', buildingId)
    .where('quarter', '=', quarterWith(now))
    .where('person_id', '=', actor.personId)
    .executeTakeFirst()
  return found !== undefined
}

interface SumKey {
  street_id: string
  building_id: string
  quarter: string
  head_id: string | null
}

/** The sum so far, held until the answer is added. */
async function lockSum({ tx }: Asking, { head_id, ...where }: SumKey) {
  const nothing = { answers: 0, points: 0 }
  if (head_id === null) return nothing
  await tx
    .insertInto('appraisal_sums')
    .values({ ...where, head_id, ...nothing })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const sum = await tx
    .selectFrom('appraisal_sums')
    .select(['answers', 'points'])
    .where('street_id', '=', where.street_id)
    .where('building_id', '=', where.building_id)
    .where('quarter', '=', where.quarter)
    .where('head_id', '=', head_id)
    .forUpdate()
    .executeTakeFirst()
  return sum ?? nothing
}
