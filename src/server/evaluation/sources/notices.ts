import { noticeFact } from '#core/evaluation/facts'
import { type HeadSubject, idsOf, type Source, tenureIn } from './source'

/** 通知: those written for the house in the month. */
export const notices: Source<HeadSubject> = async (asked) => {
  const { tx, streetId, window } = asked
  const rows = await tx
    .selectFrom('head_notice_houses as h')
    .innerJoin('head_notices as n', (on) =>
      on.onRef('n.street_id', '=', 'h.street_id').onRef('n.id', '=', 'h.notice_id'),
    )
    .select(['h.notice_id as noticeId', 'h.building_id as buildingId', 'n.at', 'h.passed_at as passedAt'])
    .where('h.street_id', '=', streetId)
    .where('h.building_id', 'in', idsOf(asked))
    .where('n.at', '>=', window.from)
    .where('n.at', '<', window.to)
    .execute()
  return rows.map((row) => ({
    subjectId: row.buildingId,
    facts: noticeFact(row, tenureIn(asked, row.buildingId)),
  }))
}
