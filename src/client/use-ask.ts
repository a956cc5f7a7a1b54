import { useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import type { InputOf, OutputOf, QueryName } from '#contracts/operations'
import { call } from './call'
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

export const failureOf = (error: Error | null): Failure | undefined => {
  if (!error) return undefined
  return error instanceof Unanswered ? error.failure : { code: 'INTERNAL' }
}

/** Asks once the screen opens and again, quietly, when it comes back with old knowledge. */
export function useAsk<Name extends QueryName>(
  name: Name,
  input: InputOf<Name>,
  options: { enabled?: boolean } = {},
): Ask<OutputOf<Name>> {
  const query = useQuery({ queryKey: [name, input], queryFn: () => ask(name, input), ...options })
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
