import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { common } from '../texts/common'
import { agoWords } from '../texts/dates'
import type { Ask } from '../use-ask'
import { useNow } from '../use-now'
import { Loading } from './loading'
import { Notice } from './notice'
import { Refused } from './refused'

interface AnsweredProps<Data> {
  ask: Ask<Data>
  /** Rows of the skeleton. */
  rows?: number
  children: (data: Data) => ReactNode
}

/** The states every question has: waiting, refused or offline, old knowledge while offline, and the answer. */
export function Answered<Data>({ ask, rows, children }: AnsweredProps<Data>) {
  const now = useNow()
  if (ask.data === undefined) {
    if (ask.failure && !ask.loading) return <Refused failure={ask.failure} onRetry={ask.refresh} />
    return <Loading rows={rows} />
  }
  const stale = ask.failure?.code === 'OFFLINE'
  return (
    <View>
      {stale && <Notice icon="wifi" title={common.offlineStale(agoWords(ask.at, now))} />}
      {children(ask.data)}
    </View>
  )
}
