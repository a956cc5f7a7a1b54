import { PILOT_ESTATE, PILOT_GRID } from './codes'
import type { Play } from './council-play'
import type { At } from './moves'
import { personOf } from './personas'
import { headOf } from './residents'

/** 户代表会议 of the pilot estate: what the law gives to households is theirs, not the heads'. */
export interface BodyTale {
  id: string
  name: string
  foundedAt: number
  chair: string
  /** Households of a house each: who speaks for it, or nobody yet. */
  lines: { label: string; personId: string | null }[]
}

/** Houses whose first household stands in the list; of the last two nobody has said yet who speaks for them. */
const NAMED = [12, 31, 40, 58, 66, 104, 117, 133]
const UNNAMED = [140, 152]

export const bodyTale = (at: At): BodyTale => ({
  id: `council.households.${PILOT_ESTATE}`,
  name: '金兴街20号小区户代表会议',
  foundedAt: at(-30, '10:00'),
  chair: headOf(12),
  lines: [
    ...NAMED.map((no) => ({ label: `${no}栋101`, personId: headOf(no) })),
    ...UNNAMED.map((no) => ({ label: `${no}栋101`, personId: null })),
  ],
})

/** Founded by the community, which keeps the list. */
export async function playBody(play: Play, { id, name, foundedAt, chair, lines }: BodyTale): Promise<void> {
  const person = personOf('community.staff')
  const founding = {
    name,
    gridPath: PILOT_GRID,
    kind: 'household' as const,
    buildingId: null,
    chairId: chair,
    secretaryId: null,
  }
  await play.does({ person, at: foundedAt, ids: [id] }, 'bodies.found', founding)
  for (const line of lines)
    await play.does({ person, at: foundedAt }, 'bodies.enter', { councilId: id, ...line, area: null })
}
