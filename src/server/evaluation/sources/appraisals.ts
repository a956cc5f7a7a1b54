import { appraisalFact } from '#core/evaluation/appraisal'
import { lastQuarterBy } from '#core/evaluation/period'
import { type HeadSubject, idsOf, type Source } from './source'

/** 居民评议: of the last quarter that is over, and of this head alone. */
export const appraisals: Source<HeadSubject> = async (asked) => {
  const { tx, streetId, window, subjects } = asked
  const quarter = lastQuarterBy(window)
  const rows = await tx
    .selectFrom('appraisal_sums')
    .select(['building_id as buildingId', 'head_id as headId', 'answers', 'points'])
    .where('street_id', '=', streetId)
    .where('quarter', '=', quarter)
    .where('building_id', 'in', idsOf(asked))
    .execute()
  const heads = new Map(subjects.map(({ id, personId }) => [id, personId]))
  return rows
    .filter(({ buildingId, headId }) => heads.get(buildingId) === headId)
    .map(({ buildingId, answers, points }) => ({
      subjectId: buildingId,
      facts: appraisalFact({ buildingId, quarter, at: window.to }, { answers, points }),
    }))
}
