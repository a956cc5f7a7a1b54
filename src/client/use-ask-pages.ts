import {
  type InfiniteData,
  type QueryFunctionContext,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useMemo, useRef } from 'react'
import type { InputOf, OutputOf, QueryName } from '#contracts/operations'
import { freshened } from './freshened'
import { type Ask, ask, failureOf } from './use-ask'

/** Questions answered in pages: items and a cursor that is null at the end. */
export type PagedName = {
  [Name in QueryName]: OutputOf<Name> extends { items: { id: string }[]; cursor: string | null }
    ? Name
    : never
}[QueryName]
type ItemOf<Name extends PagedName> = OutputOf<Name>['items'][number]
type Pages<Name extends PagedName> = InfiniteData<OutputOf<Name>, string | null>

export interface AskPages<Name extends PagedName> extends Ask<OutputOf<Name>> {
  items: ItemOf<Name>[]
  /** The same rows page by page; a page that did not change stays the very same array. */
  pages: ItemOf<Name>[][]
  /** There is a further page. */
  more: boolean
  loadMore(): void
  loadingMore: boolean
  /** Told by the list on the screen: pages far from the reader's eyes are not asked anew. */
  setNear(page: number, near: boolean): void
}

/** A long list, page by page; `data` is its first page with whatever else it says. */
export function useAskPages<Name extends PagedName>(
  name: Name,
  input: Omit<InputOf<Name>, 'cursor'>,
  options: { enabled?: boolean } = {},
): AskPages<Name> {
  const client = useQueryClient()
  const far = useRef(new Set<number>())
  const queryKey = [name, input, 'pages']
  // Every paged question takes its cursor beside the rest of its input.
  const askFor = (cursor: string | null) => ask(name, { ...input, cursor } as InputOf<Name>)
  const query = useInfiniteQuery<OutputOf<Name>, Error, Pages<Name>, unknown[], string | null>({
    queryKey,
    queryFn: (context) => pageOf(context, far.current, askFor),
    initialPageParam: null,
    getNextPageParam: (last) => last.cursor,
    ...options,
  })
  useDidShow(() => {
    if (query.isStale && options.enabled !== false) query.refetch({ cancelRefetch: false })
  })
  const setNear = useCallback((page: number, isNear: boolean) => {
    if (isNear) far.current.delete(page)
    else far.current.add(page)
  }, [])
  /** Whoever pulls the page down stands at its top and wants all of it new: the rest comes as he scrolls. */
  const refresh = () => {
    client.setQueryData<Pages<Name>>(queryKey, (known) => known && firstOf(known))
    return query.refetch()
  }
  const pages = useMemo(() => (query.data?.pages ?? []).map(({ items }) => items), [query.data])
  return {
    data: query.data?.pages[0],
    pages,
    // Not flatMap: phones of 2018 lack it.
    items: useMemo(() => pages.reduce<ItemOf<Name>[]>((all, page) => all.concat(page), []), [pages]),
    failure: failureOf(query.error),
    loading: query.isLoading,
    at: query.dataUpdatedAt,
    refresh,
    more: query.hasNextPage,
    loadMore: () => query.fetchNextPage(),
    loadingMore: query.isFetchingNextPage,
    setNear,
  }
}

const firstOf = <Data>({ pages, pageParams }: InfiniteData<Data, string | null>) => ({
  pages: pages.slice(0, 1),
  pageParams: pageParams.slice(0, 1),
})

/**
 * react-query asks every page of a list anew after each command, fifty in a row for a list of 1,000. Pages far from
 * the reader's eyes are answered from what is known instead.
 */
async function pageOf<Name extends PagedName>(
  { client, queryKey, pageParam }: QueryFunctionContext<unknown[], string | null>,
  far: ReadonlySet<number>,
  askFor: (cursor: string | null) => Promise<OutputOf<Name>>,
): Promise<OutputOf<Name>> {
  const known = client.getQueryData<Pages<Name>>(queryKey)
  const at = known?.pageParams.indexOf(pageParam) ?? -1
  const old = known?.pages[at]
  if (!known || !old) return askFor(pageParam)
  if (far.has(at)) return old
  return freshened(old, await askFor(pageParam), known.pages.slice(at + 1))
}
