import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { call } from '../../../call'
import type { Failure } from '../../../platform/transport'
import { useConnection } from '../../../stores/connection'

export type Room = NonNullable<OutputOf<'meetings.live'>['room']>

export interface Live {
  id: string
  room: Room | undefined
  failure: Failure | undefined
  /** When the server last said how the room is, by this phone's clock. Milliseconds. */
  at: number
  /** How far the server's clock is ahead of this phone's. Milliseconds. */
  ahead: number
  refresh(): void
}

/** A room is looked at every two seconds, and while nobody answers a little less often. Milliseconds. */
const PAUSE = 2_000
const PAUSE_LOST = 3_000

/**
 * The room as it is now, on whatever network. The phone asks what changed since it last looked: short questions survive
 * a dropped line, which a standing connection does not, and both WeChat and browsers have them.
 */
export function useLive(id: string): Live {
  const [known, setKnown] = useState<Omit<Live, 'refresh' | 'id'>>({
    room: undefined,
    failure: undefined,
    at: 0,
    ahead: 0,
  })
  const mark = useRef<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const turn = useRef(0)
  const online = useConnection((connection) => connection.online)

  const stop = useCallback(() => {
    turn.current += 1
    clearTimeout(timer.current)
  }, [])

  const ask = useCallback(async () => {
    stop()
    const mine = turn.current
    const answer = await call('meetings.live', { id, ...(mark.current && { since: mark.current }) })
    if (mine !== turn.current) return
    timer.current = setTimeout(ask, answer.ok ? PAUSE : PAUSE_LOST)
    if (!answer.ok) {
      setKnown((before) => ({ ...before, failure: answer.error }))
      return
    }
    const { mark: seen, room, now } = answer.data
    mark.current = seen
    const at = Date.now()
    setKnown((before) => ({ room: room ?? before.room, failure: undefined, at, ahead: now - at }))
  }, [id, stop])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a line that is back is asked over at once.
  useEffect(() => {
    void ask()
    return stop
  }, [ask, stop, online])
  useDidHide(stop)
  useDidShow(() => void ask())
  return { id, ...known, refresh: () => void ask() }
}

/** This phone's clock, second by second. */
export function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
