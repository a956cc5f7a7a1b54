import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { Stars } from '#core/evaluation/formula'
import { confirm, type Life, publish } from '#core/evaluation/life'
import { periodBefore } from '#core/evaluation/period'
import { mayAt } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { under } from '../queries/under'
import { type KeptCard, type KeptLife, livesOf, loadCards, saveLife } from './lives'
import { tellOfCard } from './tell'

type Month = ParsedOf<'scores.confirm'>
type Done = Result<OutputOf<'scores.confirm'>>

/** Cards in one go; whoever has more taps again. */
const AT_ONCE = 300

/** 确认: every card of the grid whose preview is over, but for those this person may not confirm himself. */
export async function confirmMonth(asking: Asking, month: Month): Promise<Done> {
  const { actor, now } = asking
  return eachOf(asking, month, {
    state: 'preview',
    step: async ({ life }, { card }) => confirm(life, { actor, now, card }),
  })
}

/** 公布, and told to whom it is about. */
export async function publishMonth(asking: Asking, month: Month): Promise<Done> {
  const { tx, actor, now, system } = asking
  return eachOf(asking, month, {
    state: 'confirmed',
    step: async ({ life }, { card }) => {
      const before = await starsBefore(asking, life)
      const published = publish(life, { actor, now, card, before })
      if (published.ok) await tellOfCard(tx, system, { life: published.value, kind: 'score_published', now })
      return published
    },
  })
}

interface Stepping {
  state: Life['state']
  step(kept: KeptLife, card: KeptCard): Promise<Result<Life>>
}

async function eachOf(
  asking: Asking,
  { kind, gridPath, period }: Month,
  { state, step }: Stepping,
): Promise<Done> {
  const { tx, actor, system } = asking
  if (!mayAt(actor, 'score.confirm', { gridPath, buildingId: null })) return refuse('FORBIDDEN')
  const all = await livesOf(tx, system.streetId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .where(under('grid_path', gridPath))
    .where('state', '=', state)
    .orderBy('id')
    .limit(AT_ONCE)
    .forUpdate()
    .execute()
  const cards = await loadCards(
    tx,
    system.streetId,
    all.map(({ cardId }) => cardId),
  )
  let done = 0
  for (const kept of all) {
    const card = cards.get(kept.cardId)
    const stepped = card ? await step(kept, card) : refuse('NOT_FOUND')
    if (stepped.ok && (await saveLife(tx, system.streetId, { kept, after: stepped.value })).ok) done += 1
  }
  return ok({ done, left: all.length - done })
}

/** The same person's stars of the month before, as they were published. */
async function starsBefore({ tx, system }: Asking, life: Life): Promise<Stars | null> {
  const before = await tx
    .selectFrom('score_lives as l')
    .innerJoin('score_cards as c', (on) =>
      on.onRef('c.street_id', '=', 'l.street_id').onRef('c.id', '=', 'l.card_id'),
    )
    .select('c.stars')
    .where('l.street_id', '=', system.streetId)
    .where('l.kind', '=', life.kind)
    .where('l.subject_id', '=', life.subjectId)
    .where('l.period', '=', periodBefore(life.period))
    .where('l.person_id', 'is not distinct from', life.personId)
    .where('l.state', '=', 'published')
    .executeTakeFirst()
  return before?.stars ?? null
}
