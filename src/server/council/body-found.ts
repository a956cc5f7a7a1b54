import type { ParsedOf } from '#contracts/operations'
import { whyNotFoundBody } from '#core/council/body'
import { PRESETS } from '#core/council/rule'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import { tellPeople } from '../heads/tell'
import { lockGrid } from '../offices/load'
import type { Asking } from '../operation'
import { arePersons } from '../queries/persons'
import { under } from '../queries/under'
import { bodyRows, mayKeep } from './body-list'

type Founding = ParsedOf<'bodies.found'>

/** 成立: with the usual charter; its list is empty, and no vote opens before three stand in it. */
export async function foundBody(asked: Founding, asking: Asking): Promise<Result<{ id: string }>> {
  const { actor } = asking
  const { name, buildingId, chairId, secretaryId } = asked
  const gridPath = buildingId === null ? asked.gridPath : await gridOf(asking, asked, buildingId)
  // Two who found one at the same instant take turns.
  if (gridPath === null || !(await lockGrid(asking, gridPath))) return refuse('NOT_FOUND')
  const founding = { ...asked, gridPath }
  if (actor.personId === null || !mayKeep(asking, founding)) return refuse('FORBIDDEN')
  if (!mayBeShown(asking, name)) return refuse('CONTENT_RISKY')
  if (!(await arePersons(asking, [chairId, secretaryId]))) return refuse('NOT_FOUND')
  const there = await sameKind(asking, founding).executeTakeFirst()
  const refusal = whyNotFoundBody({ ...founding, founderId: actor.personId }, there !== undefined)
  return refusal ? refuse(refusal) : ok({ id: await keepBody(asking, founding) })
}

const sameKind = (asking: Asking, { gridPath, kind, buildingId }: Founding) => {
  const alike = bodyRows(asking).where('unit_kind', '=', kind)
  return buildingId === null
    ? alike.where('grid_path', '=', gridPath).where('building_id', 'is', null)
    : alike.where('building_id', '=', buildingId)
}

/** The grid a house stands in, if that lies where the body was asked for. */
async function gridOf(
  { tx, system }: Asking,
  { gridPath }: Founding,
  buildingId: string,
): Promise<string | null> {
  const house = await tx
    .selectFrom('buildings')
    .select('grid_path')
    .where('street_id', '=', system.streetId)
    .where('id', '=', buildingId)
    .where(under('grid_path', gridPath))
    .executeTakeFirst()
  return house?.grid_path ?? null
}

async function keepBody(asking: Asking, founding: Founding): Promise<string> {
  const { tx, now, system } = asking
  const { name, gridPath, kind, buildingId, chairId, secretaryId } = founding
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
      building_id: buildingId,
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
