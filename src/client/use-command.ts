import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { CommandName, InputOf, OutputOf } from '#contracts/operations'
import { insist } from './call'
import { newKey } from './platform/keys'
import type { Answer, Failure } from './platform/transport'
import { keepTapped, settleTapped } from './stores/unsent-sender'

export interface Command<Name extends CommandName> {
  /** Sends it; a second tap while it is under way waits for the first answer. */
  send(input: InputOf<Name>): Promise<Answer<OutputOf<Name>>>
  sending: boolean
  failure: Failure | undefined
  /** Takes an old refusal off the screen, for example when a sheet opens again. */
  clear(): void
}

/** Retried input keeps its key until the server has answered, so a lost answer never doubles a deed. */
const keyFor = (last: { text: string; key: string } | undefined, text: string) =>
  last?.text === text ? last : { text, key: newKey() }

/** It is carried out, or the phone carries it on by itself: nothing is left to do for who tapped. */
export const isSettled = (answer: Answer<unknown>): boolean => answer.ok || answer.error.code === 'KEPT'

/**
 * One command; when it is carried out, everything on the screen is asked again. A small one lies on the phone, under
 * the `title` of the matter it is about, until it is answered.
 */
export function useCommand<Name extends CommandName>(name: Name, title = ''): Command<Name> {
  const client = useQueryClient()
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const unanswered = useRef<{ text: string; key: string }>()
  const underWay = useRef<Promise<Answer<OutputOf<Name>>>>()

  const carryOut = useCallback(
    async (input: InputOf<Name>) => {
      unanswered.current = keyFor(unanswered.current, JSON.stringify(input))
      const { key } = unanswered.current
      const kept = keepTapped({ operation: name, input, id: key, title })
      const said = await insist(name, input, kept ?? key)
      const answer = kept ? settleTapped(kept, said) : said
      if (answer.ok || answer.error.code !== 'OFFLINE') unanswered.current = undefined
      setFailure(answer.ok || isSettled(answer) ? undefined : answer.error)
      if (answer.ok) await client.invalidateQueries()
      return answer
    },
    [client, name, title],
  )

  const send = useCallback(
    (input: InputOf<Name>) => {
      if (underWay.current) return underWay.current
      setSending(true)
      underWay.current = carryOut(input).finally(() => {
        underWay.current = undefined
        setSending(false)
      })
      return underWay.current
    },
    [carryOut],
  )

  return { send, sending, failure, clear: () => setFailure(undefined) }
}
