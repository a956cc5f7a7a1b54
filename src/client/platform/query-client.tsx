import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { PropsWithChildren } from 'react'
import { AGAIN, pauseBefore } from './patience'
import type { Failure } from './transport'

/** react-query speaks of failure by throwing; use-ask turns it back into a value. */
export class Unanswered extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

/** Knowledge older than this is asked again when its screen comes back. Milliseconds. */
const FRESH = 10_000

/** A refusal stays one however often it is asked; a lost network is tried again. */
const again = (times: number, error: Error): boolean =>
  times < AGAIN && error instanceof Unanswered && error.failure.code === 'OFFLINE'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: again,
      retryDelay: pauseBefore,
      staleTime: FRESH,
      networkMode: 'always',
      refetchOnWindowFocus: false,
    },
  },
})

export function Asking({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
