import type { Listing, ListLine } from '#core/council/body'
import { confirmedHomes } from '../heads/register'
import type { Asking } from '../operation'
import { isAnyOf } from '../queries/any'
import type { Body } from './body-list'
import { listRows } from './listed-units'

interface Into {
  body: Body
  /** The line itself, where it stands already. */
  id: string | null
}

/** What the rule asks of a list into which these lines are to come; read once, however many they are. */
export async function listingFor(
  asking: Asking,
  lines: readonly ListLine[],
  { body, id }: Into,
): Promise<Listing> {
  const { tx, actor, system } = asking
  const labels = lines.map(({ label }) => label)
  const personIds = lines.flatMap(({ personId }) => personId ?? [])
  const others = await listRows(tx, system.streetId, body.id)
    .select(['label', 'person_id as personId', 'area'])
    .where((is) => is.or([isAnyOf('label', labels), isAnyOf('person_id', personIds)]))
    .where('id', '!=', id ?? '')
    .execute()
  return {
    kind: body.kind,
    others,
    writerId: actor.personId ?? '',
    residents: await residentsAmong(asking, body, personIds),
  }
}

async function residentsAmong(
  asking: Asking,
  { buildingId }: Body,
  personIds: readonly string[],
): Promise<Listing['residents']> {
  if (buildingId === null) return null
  const rows = await confirmedHomes(asking)
    .select('r.person_id')
    .where('r.building_id', '=', buildingId)
    .where(isAnyOf('r.person_id', personIds))
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
