import { decoded } from '../../platform/decoded'
import { useArrival } from '../../stores/arrival'
import type { Draft, NamedBuilding, Where, Writing } from '../../stores/draft'
import { dropPhotos } from '../../stores/draft-photos'
import { draftOf, useDrafts } from '../../stores/drafts'
import type { Home } from '../../stores/my-building'
import { type Tile, tileOf, tileOfCode } from '../../texts/categories'

/** What a plan and a plate answer, cut down to what a draft keeps. */
export const named = ({ id, label, point }: NamedBuilding): NamedBuilding => ({ id, label, point })

export const atHome = (home: Home | undefined): Where => ({
  way: home ? 'home' : 'plan',
  building: home ? named(home) : null,
  point: null,
  words: '',
})

/** At the house whose code was scanned, else at home. */
const startOf = (home: Home | undefined): Pick<Writing, 'where' | 'channel'> => {
  const { building } = useArrival.getState()
  if (!building) return { where: atHome(home), channel: 'app' }
  return { where: { way: 'plate', building: named(building), point: null, words: '' }, channel: 'plate' }
}

export const blank = (tile: Tile, kind: string | undefined, home: Home | undefined): Writing => ({
  tile: tile.key,
  kind: kind ?? tile.kinds[0].key,
  ...startOf(home),
  title: null,
  detail: '',
  anonymous: false,
  helped: null,
  photos: [],
})

/** What another screen asked for, by tile or by code: it goes straight to the second page. */
export function askedFor({ tile, category }: Partial<Record<string, string>>) {
  const asked = tileOf(tile) ?? tileOfCode(category)
  return asked && { tile: asked, kind: asked.kinds.find(({ code }) => code === category)?.key }
}

/** The house whose page one came from: it is the place, whoever's home it is. */
export function houseIn({ house, label, latE6, lngE6 }: Partial<Record<string, string>>): Where | undefined {
  const point = { latE6: Number(latE6), lngE6: Number(lngE6) }
  if (!house || !label || !Number.isInteger(point.latE6) || !Number.isInteger(point.lngE6)) return undefined
  return { way: 'plan', building: { id: house, label: decoded(label), point }, point: null, words: '' }
}

/** The child on whose card one tapped: a guardian reports for him. */
export const childIn = ({ child, childName }: Partial<Record<string, string>>): Writing['child'] =>
  child && childName ? { id: child, name: decoded(childName) } : null

/** Nothing of the person's own went into it, or it has arrived: it need not be kept. */
const isSpent = ({ touched, progress }: Draft): boolean =>
  progress.state === 'accepted' || (progress.state === 'writing' && !touched)

export async function discard(id: string): Promise<void> {
  await dropPhotos(id)
  useDrafts.getState().remove(id)
}

export function discardIfSpent(id: string | undefined): void {
  const draft = id === undefined ? undefined : draftOf(id)
  if (draft && isSpent(draft)) void discard(draft.id)
}
