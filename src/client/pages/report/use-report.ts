import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { scrollToTop } from '../../platform/scroll-to'
import { forgetArrival } from '../../stores/arrival'
import type { Writing } from '../../stores/draft'
import { useDrafts } from '../../stores/drafts'
import { useMyBuilding } from '../../stores/my-building'
import { useSession } from '../../stores/session'
import { type Tile, tileOf } from '../../texts/categories'
import { askedFor, atHome, blank, childIn, discardIfSpent, houseIn } from './begin'

/** The draft on the page, from the first tap to the receipt; the store holds every word of it. */
export function useReport() {
  const { params } = useRouter()
  const home = useMyBuilding()
  const owner = useSession(({ me }) => me?.personId ?? null)
  const { drafts, begin, apply } = useDrafts()
  const [id, setId] = useState<string | undefined>(params.draft)
  const draft = drafts.find((one) => one.id === id)

  const open = (next: string | undefined) => {
    discardIfSpent(id)
    setId(next)
    scrollToTop()
  }
  const start = (tile: Tile, kind?: string) => {
    const where = houseIn(params)
    open(begin({ ...blank(tile, kind, home), child: childIn(params), ...(where && { where }) }, owner).id)
  }

  // A tile of another screen has already answered the first question.
  const asked = useRef(params.draft ? undefined : askedFor(params))
  useEffect(() => {
    if (asked.current) start(asked.current.tile, asked.current.kind)
    asked.current = undefined
  })
  useEffect(() => () => discardIfSpent(id), [id])
  useEffect(() => forgetArrival, [])

  // Somebody who signs in, or says where he lives, while the page is open is at home from then on.
  const homeless = draft !== undefined && !draft.touched && draft.writing.where.building === null
  useEffect(() => {
    if (id && homeless && home) apply(id, { kind: 'suggest', change: { where: atHome(home) } })
  }, [id, homeless, home, apply])

  return {
    draft,
    tile: tileOf(draft?.writing.tile),
    start,
    open,
    change: (change: Partial<Writing>) => id && apply(id, { kind: 'write', change, at: Date.now() }),
  }
}
