import { DAY } from '#core/concerns/calendar'
import { occupancyFact } from '#core/evaluation/facts'
import { type HeadSubject, idsOf, type Source, tenureIn } from './source'

/** 住户变动: who said that he moved in, and when somebody looked. The head's own home is not his to confirm. */
export const homes: Source<HeadSubject> = async (asked) => {
  const { tx, streetId, window, subjects } = asked
  const heads = new Map(subjects.map(({ id, personId }) => [id, personId]))
  const rows = await tx
    .selectFrom('residencies')
    .select(['id', 'building_id', 'person_id', 'from_at', 'confirmed_at', 'to_at'])
    .where('street_id', '=', streetId)
    .where('building_id', 'in', idsOf(asked))
    .where('from_at', '>=', window.from - 4 * DAY)
    .where('from_at', '<', window.to)
    .execute()
  return rows
    .filter(({ building_id, person_id }) => heads.get(building_id) !== person_id)
    .map(({ id, building_id, from_at, confirmed_at, to_at }) => ({
      subjectId: building_id,
      facts: occupancyFact(
        { id, claimedAt: from_at, answeredAt: confirmed_at ?? to_at },
        tenureIn(asked, building_id),
      ),
    }))
}
