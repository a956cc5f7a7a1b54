import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { go } from './platform/navigate'
import { useSession } from './stores/session'
import type { SignInReason } from './texts/entry'

/**
 * Runs an errand that needs to know who asks. A guest is first shown the sign-in page with the reason; once he
 * has signed in the errand goes on by itself, and if he turns back it is forgotten.
 */
export function useSignedIn(why: SignInReason): (errand: () => void) => void {
  const me = useSession((session) => session.me)
  const waiting = useRef<() => void>()
  useEffect(() => {
    if (!me || !waiting.current) return
    const errand = waiting.current
    waiting.current = undefined
    errand()
  }, [me])
  useDidShow(() => {
    if (!useSession.getState().me) waiting.current = undefined
  })
  return (errand) => {
    if (useSession.getState().me) return errand()
    waiting.current = errand
    go('signIn', { why })
  }
}
