import type { InfiniteData, QueryFunctionContext } from '@tanstack/react-query'

interface Row {
  id: string
}

interface Page {
  items: Row[]
  cursor: string | null
}

/** A list as far as it has been asked for. */
export type KnownPages<Asked> = InfiniteData<Asked, string | null>

export const firstOf = <Asked>({ pages, pageParams }: KnownPages<Asked>): KnownPages<Asked> => ({
  pages: pages.slice(0, 1),
  pageParams: pageParams.slice(0, 1),
})

/**
 * react-query asks every page of a list anew after each command, fifty in a row for a list of 1,000. Pages far from
 * the reader's eyes are answered from what is known instead.
 */
export async function pageOf<Asked extends Page>(
  { client, queryKey, pageParam }: QueryFunctionContext<unknown[], string | null>,
  far: ReadonlySet<number>,
  askFor: (cursor: string | null) => Promise<Asked>,
): Promise<Asked> {
  const known = client.getQueryData<KnownPages<Asked>>(queryKey)
  const at = known?.pageParams.indexOf(pageParam) ?? -1
  const old = known?.pages[at]
  if (!known || !old) return askFor(pageParam)
  if (far.has(at)) return old
  return freshened(old, await askFor(pageParam), known.pages.slice(at + 1))
}

/**
 * A page in the middle of a list, asked again: it ends where it ended before, so that the pages after it need not be
 * asked too. What came new at the front makes it longer; what slipped up from later pages stays there.
 */
export function freshened<Asked extends Page>(old: Asked, fresh: Asked, later: readonly Page[]): Asked {
  const last = fresh.items[fresh.items.length - 1]
  if (later.length === 0 || fresh.cursor === null || !last) return fresh

  const inLater = idsOf(later)
  if (fresh.items.some(({ id }) => inLater.has(id))) {
    return { ...fresh, items: fresh.items.filter(({ id }) => !inLater.has(id)), cursor: old.cursor }
  }
  const end = old.items.findIndex(({ id }) => id === last.id)
  // Nothing in common with what was known: the pages after it begin elsewhere now and are asked again too.
  if (end < 0) return fresh
  const inFresh = idsOf([fresh])
  const rest = old.items.slice(end + 1).filter(({ id }) => !inFresh.has(id))
  return { ...fresh, items: [...fresh.items, ...rest], cursor: old.cursor }
}

const idsOf = (pages: readonly Page[]): Set<string> => {
  const ids = new Set<string>()
  for (const { items } of pages) for (const { id } of items) ids.add(id)
  return ids
}
