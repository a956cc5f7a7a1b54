interface Row {
  id: string
}

interface Page {
  items: Row[]
  cursor: string | null
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
