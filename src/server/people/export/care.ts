import { sql } from 'kysely'
import { dayName } from '#core/concerns/calendar'
import { caseOf, caseRows } from '../../care/hardship-rows'
import { measuresOf } from '../../care/hardship-view'
import { keptOf, pairingRows } from '../../care/pairing-rows'
import { type Facts, fromAll, type Given, type Mine } from './mine'

/**
 * 结对: what was agreed for him and on which days somebody came; of those he visits himself that he does. Who the
 * other one is, and what was written of a home, is the other one's.
 */
export async function pairingsOf(mine: Mine): Promise<Given> {
  const { personId, system } = mine
  const rows = await pairingRows(mine)
    .where((is) => is.or([is('p.person_id', '=', personId), is('p.helper_id', '=', personId)]))
    .orderBy('p.proposed_at', 'desc')
    .execute()
  const facts: Facts[] = []
  for (const row of rows) {
    const { pairing, words, label } = keptOf(system, row)
    const forMe = pairing.personId === personId
    facts.push({
      building: label,
      state: pairing.state,
      forMe,
      detail: forMe ? words.told : null,
      visits: await daysOf(mine, pairing.id),
      askedAt: pairing.proposedAt,
    })
  }
  return fromAll(mine, facts)
}

async function daysOf({ tx, system }: Mine, pairingId: string): Promise<string> {
  const { rows } = await sql<{ day: number }>`
    select day from pairing_visits where street_id = ${system.streetId} and pairing_id = ${pairingId}
    order by day`.execute(tx)
  return rows.map(({ day }) => dayName(day)).join('、')
}

/** 解困: his own, whole; of what he reported for a neighbour only that he did. */
export async function hardshipOf(mine: Mine): Promise<Given> {
  const { personId, system } = mine
  const rows = await caseRows(mine)
    .where((is) => is.or([is('h.person_id', '=', personId), is('h.reported_by', '=', personId)]))
    .orderBy('h.reported_at', 'desc')
    .execute()
  const facts = rows.map((row): Facts => {
    const opened = caseOf(system, row)
    const { kept, words } = opened
    if (kept.personId !== personId) return { forMe: false, sentAt: kept.reportedAt }
    return {
      forMe: true,
      state: kept.state,
      detail: words.told,
      assessment: words.assessment,
      appeal: words.appeal,
      measures: measuresOf(opened)
        .map(({ what }) => what)
        .join('；'),
      sentAt: kept.reportedAt,
    }
  })
  return fromAll(mine, facts)
}
