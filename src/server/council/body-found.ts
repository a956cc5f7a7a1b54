import type { ParsedOf } from '#contracts/operations'
import { whyNotFoundBody } from '#core/council/body'
import { PRESETS } from '#core/council/rule'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import { tellPeople } from '../heads/tell'
import { lockGrid } from '../offices/load'
import type { Asking } from '../operation'
import { arePersons } from '../queries/persons'
import { bodyRows, mayKeep } from './body-list'

type Founding = ParsedOf<'bodies.found'>

/** 成立: with the usual charter; its list is empty, and no vote opens before three stand in it. */
export async function foundBody(founding: Founding, asking: Asking): Promise<Result<{ id: string }>> {
  const { actor } = asking
  const { name, gridPath, kind, chairId, secretaryId } = founding
  // Two who found one at the same instant take turns.
  if (!(await lockGrid(asking, gridPath))) return refuse('NOT_FOUND')
  if (actor.personId === null || !mayKeep(asking, gridPath)) return refuse('FORBIDDEN')
  if (!mayBeShown(asking, name)) return refuse('CONTENT_RISKY')
  if (!(await arePersons(asking, [chairId, secretaryId]))) return refuse('NOT_FOUND')
  const there = await bodyRows(asking)
    .where('grid_path', '=', gridPath)
    .where('unit_kind', '=', kind)
    .executeTakeFirst()
  const refusal = whyNotFoundBody({ founderId: actor.personId, chairId, secretaryId }, there !== undefined)
  return refusal ? refuse(refusal) : ok({ id: await keepBody(asking, founding) })
}

async function keepBody(asking: Asking, founding: Founding): Promise<string> {
  const { tx, now, system } = asking
  const { name, gridPath, kind, chairId, secretaryId } = founding
  const street_id = system.streetId
  const id = system.newId()
  await tx
    .insertInto('councils')
    .values({
      street_id,
      id,
      grid_path: gridPath,
      name,
      unit_kind: kind,
      state: 'active',
      chair_id: chairId,
      secretary_id: secretaryId,
    })
    .execute()
  const { ordinary, special, absolute } = PRESETS
  const body = { rules: { ordinary, special, absolute }, mayChange: true }
  await tx
    .insertInto('council_charters')
    .values({ street_id, council_id: id, version: 1, body, from_at: now })
    .execute()
  const personIds = secretaryId === null ? [chairId] : [chairId, secretaryId]
  await tellPeople(tx, system, { personIds, kind: 'office_given', title: name, now })
  return id
}
