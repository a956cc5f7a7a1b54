import type { Hazard } from '#core/buildings/hazard'
import { type HazardNews, hearsOfHazard } from '#core/buildings/hazard-notices'
import { officesAround } from '../concerns/offices-around'
import { labelOf, tellPeople } from '../heads/tell'
import type { System } from '../operation'
import type { Tx } from '../storage/database'

type Keeping = Pick<System, 'streetId' | 'newId'>

interface Happened {
  news: HazardNews
  hazard: Hazard
  /** Whoever did it knows already. */
  by: string | null
  now: number
}

/** Tells those who have to know of a danger: head, grid, the step that has to act, owners in the house, the finder. */
export async function tellHazard(
  tx: Tx,
  keeping: Keeping,
  { news, hazard, by, now }: Happened,
): Promise<void> {
  const offices = await officesAround(tx, hazard, now)
  const heard = offices
    .filter(({ grant }) => hearsOfHazard(news, grant, hazard))
    .map(({ personId }) => personId)
  const owners = news === 'hazard_late' ? [] : await ownersIn(tx, hazard, now)
  const finder = news === 'hazard_cleared' && hazard.foundBy !== null ? [hazard.foundBy] : []
  const works = new Set([...heard, ...finder].filter((personId) => personId !== by))
  const live = owners.filter((personId) => personId !== by && !works.has(personId))
  const title = await labelOf(tx, hazard)
  const told = { kind: news, title, note: hazard.words, now }
  await tellPeople(tx, keeping, {
    ...told,
    personIds: [...works],
    about: { kind: 'hazard', id: hazard.id },
  })
  await tellPeople(tx, keeping, {
    ...told,
    personIds: live,
    about: { kind: 'house', id: hazard.buildingId },
  })
}

/** Owners whom somebody has vouched for; the names on the card are no persons of the app. */
async function ownersIn(tx: Tx, { streetId, buildingId }: Hazard, now: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('residencies')
    .select('person_id')
    .where('street_id', '=', streetId)
    .where('building_id', '=', buildingId)
    .where('kind', '=', 'owner')
    .where('to_at', 'is', null)
    .where('confirmed_at', '<=', now)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]))
    .orderBy('person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}
