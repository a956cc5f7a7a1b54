import type { Where, Writing } from './stores/draft'
import { type Kind, kindOf, type Tile, tileOf } from './texts/categories'

/** Characters a title may hold, as the contract has it. */
const TITLE = { least: 4, most: 40 }

export const placeOf = (where: Where): string => where.building?.label ?? where.words.trim()

/** 33栋 + 路灯不亮了; where only the person's own words can say it, their first sentence. */
export function proposedTitle(tile: Tile, { kind, where, detail }: Writing): string {
  const sort = kindOf(tile, kind)
  return (
    (tile.needsWords ? firstSentence(detail) : undefined) ??
    atPlace(sort, tile.needsWords ? '' : placeOf(where))
  )
}

const atPlace = (sort: Kind, place: string): string =>
  `${place.slice(0, TITLE.most - sort.title.length)}${sort.title}`

function firstSentence(detail: string): string | undefined {
  const sentence =
    detail
      .trim()
      .split(/[。；\n.;]/)[0]
      ?.trim() ?? ''
  return sentence.length >= TITLE.least ? sentence.slice(0, TITLE.most) : undefined
}

/** What a draft is called in a list: its own title, or the one proposed for it. */
export function titleOf(writing: Writing): string {
  const tile = tileOf(writing.tile)
  return writing.title ?? (tile ? proposedTitle(tile, writing) : '')
}
