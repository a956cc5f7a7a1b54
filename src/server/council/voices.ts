import type { Motion } from '#core/council/motion'
import type { Asking } from '../operation'

interface Voice {
  kind: 'second' | 'object'
  unitId: string
  words: string
  at: number
}

/** What a building says besides its vote. Objections are asked for anew after each poll. */
export async function keepVoice({ tx, actor, system }: Asking, motion: Motion, voice: Voice): Promise<void> {
  if (actor.personId === null) throw new Error('nobody speaks for a building')
  await tx
    .insertInto('motion_voices')
    .values({
      street_id: system.streetId,
      motion_id: motion.id,
      kind: voice.kind,
      round: voice.kind === 'object' ? motion.timesPolled : 0,
      unit_id: voice.unitId,
      person_id: actor.personId,
      words: voice.words,
      at: voice.at,
    })
    .execute()
}
