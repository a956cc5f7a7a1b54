import { useRef, useState } from 'react'
import type { InputOf } from '#contracts/operations'
import type { Failure } from '../../platform/transport'
import { problemAt } from '../../texts/problems'
import { isSettled, useCommand } from '../../use-command'
import type { ConcernDetail } from './deeds'

/** What every sheet gets: the matter, whether it is up, and what to do when it is over. */
export interface DeedProps {
  concern: ConcernDetail
  open: boolean
  onClose: () => void
  /** It was carried out. */
  onDone: () => void
  /** Asks the matter anew; the sheet stays with what was typed. */
  onLook: () => Promise<unknown>
}

type StepName = Extract<
  Parameters<typeof useCommand>[0],
  `concerns.${Exclude<ConcernDetail['may'][number], 'endorse' | 'read_reporter' | 'lapse'>}`
>
type WordsOf<Name extends StepName> = Omit<InputOf<Name>, 'id' | 'version'>

export interface Deed<Name extends StepName> {
  send: (words: WordsOf<Name>) => Promise<void>
  sending: boolean
  failure: Failure | undefined
  /** The newest was asked for after somebody else had been at work. */
  looked: boolean
  look: () => Promise<void>
  clear: () => void
  /** What the server says about one field. */
  problem: (path: string) => string | undefined
}

/**
 * One step on the matter as it was when the sheet opened. News that arrive underneath do not count until they
 * have been looked at, so a repeated tap or a retry after a lost answer is the same command with the same key.
 */
export function useDeed<Name extends StepName>(
  name: Name,
  { concern, open, onClose, onDone, onLook }: DeedProps,
): Deed<Name> {
  const command = useCommand(name, concern.title)
  const [looked, setLooked] = useState(false)
  const seen = useRef<number>()
  const mayMove = useRef(false)
  if (!open) {
    seen.current = undefined
    mayMove.current = false
  } else if (!mayMove.current) seen.current ??= concern.version

  const send = async (words: WordsOf<Name>) => {
    seen.current ??= concern.version
    setLooked(false)
    // The words of a step and the two names every step carries are together its whole input.
    const input = { id: concern.id, version: seen.current, ...words } as unknown as InputOf<Name>
    const answer = await command.send(input)
    if (answer.ok) onDone()
    else if (isSettled(answer)) onClose()
  }
  const look = async () => {
    await onLook()
    seen.current = undefined
    mayMove.current = true
    command.clear()
    setLooked(true)
  }
  const { sending, failure, clear } = command
  return { send, sending, failure, looked, look, clear, problem: (path) => problemAt(failure?.fields, path) }
}
