import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useMemo, useRef } from 'react'
import type { InputOf, OutputOf, QueryName } from '#contracts/operations'
import { call } from './call'
import { firstOf, type KnownPages, pageOf } from './pages-known'
import { Unanswered } from './platform/query-client'
import type { Failure } from './platform/transport'

/** One question as a screen needs it: what is known, what went wrong, whether it is still under way. */
export interface Ask<Data> {
  data: Data | undefined
  failure: Failure | undefined
  /** Nothing to show yet. */
  loading: boolean
  /** When `data` arrived; milliseconds. */
  at: number
  refresh(): Promise<unknown>
}

export const ask = async <Name extends QueryName>(
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> => {
  const answer = await call(name, input)
  if (answer.ok) return answer.data
  throw new Unanswered(answer.error)
}

const failureOf = (error: Error | null): Failure | undefined => {
  if (!error) return undefined
  return error instanceof Unanswered ? error.failure : { code: 'INTERNAL' }
}

/** Asks once the screen opens and again, quietly, when it comes back with old knowledge. */
export const useAsk = <Name extends QueryName>(
  name: Name,
  input: InputOf<Name>,
  options: { enabled?: boolean } = {},
): Ask<OutputOf<Name>> => useAnswer([name, input], () => ask(name, input), options)

/** The same for an answer that takes several questions. */
export function useAnswer<Data>(
  queryKey: unknown[],
  queryFn: () => Promise<Data>,
  options: { enabled?: boolean } = {},
): Ask<Data> {
  const query = useQuery({ queryKey, queryFn, ...options })
  useDidShow(() => {
    if (query.isStale && options.enabled !== false) query.refetch({ cancelRefetch: false })
  })
  return {
    data: query.data,
    failure: failureOf(query.error),
    loading: query.isLoading,
    at: query.dataUpdatedAt,
    refresh: () => query.refetch(),
  }
}

/** Questions answered in pages: items and a cursor that is null at the end. */
export type PagedName = {
  [Name in QueryName]: OutputOf<Name> extends { items: { id: string }[]; cursor: string | null }
    ? Name
    : never
}[QueryName]
type ItemOf<Name extends PagedName> = OutputOf<Name>['items'][number]

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
  const query = useInfiniteQuery<OutputOf<Name>, Error, KnownPages<OutputOf<Name>>, unknown[], string | null>(
    {
      queryKey,
      queryFn: (context) => pageOf(context, far.current, askFor),
      initialPageParam: null,
      getNextPageParam: (last) => last.cursor,
      ...options,
    },
  )
  useDidShow(() => {
    if (query.isStale && options.enabled !== false) query.refetch({ cancelRefetch: false })
  })
  const setNear = useCallback((page: number, isNear: boolean) => {
    if (isNear) far.current.delete(page)
    else far.current.add(page)
  }, [])
  /** Whoever pulls the page down stands at its top and wants all of it new: the rest comes as he scrolls. */
  const refresh = () => {
    client.setQueryData<KnownPages<OutputOf<Name>>>(queryKey, (known) => known && firstOf(known))
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
