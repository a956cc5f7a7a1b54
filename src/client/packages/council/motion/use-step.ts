import { useState } from 'react'
import type { CommandName, InputOf } from '#contracts/operations'
import { noteProblem } from '../../../components/staff-actions/words-field'
import { type SheetKind, stepWords } from '../../../texts/council'
import { useCommand } from '../../../use-command'
import type { MotionView } from './motion-view'

export interface Said {
  note: string
  decision: string
  unitId: string
  days: '3' | '5' | '7'
  ballots: 'open' | 'secret'
  opinion: 'no' | 'yes'
  text: string
  who: string
}

/** What each step is sent with; the names are the contract's. */
function inputOf(kind: SheetKind, { id, version, ...motion }: MotionView, said: Said): object {
  const { note, decision, unitId, days, ballots, opinion, text, who } = said
  if (kind === 'object') return { id, unitId, words: note }
  if (kind === 'open_poll') return { id, version, days: Number(days), ballots, opinion: opinion === 'yes' }
  if (kind === 'extend') return { id, version, days: Number(days) }
  if (kind === 'screen' || kind === 'review') return { id, version, decision, note }
  if (kind === 'announce' || kind === 'open_debate') return { id, version }
  if (kind === 'revise' || kind === 'amend') {
    const { title, byWhen, costFen } = motion
    return { id, version, words: { title, text, who, byWhen, costFen }, changed: note }
  }
  return { id, version, note }
}

const FIRST: Partial<Record<SheetKind, string>> = { screen: 'schedule', review: 'uphold' }

/** One step on a motion, filled in on its sheet. */
export function useStep(kind: SheetKind, motion: MotionView, onDone: () => void) {
  const [said, setSaid] = useState<Said>({
    note: '',
    decision: FIRST[kind] ?? '',
    unitId: motion.standsFor[0]?.unitId ?? '',
    days: '5',
    // Who is voted for is known to everybody; who voted for whom, to nobody.
    ballots: motion.election ? 'secret' : 'open',
    opinion: 'no',
    text: motion.text,
    who: motion.who,
  })
  const [problem, setProblem] = useState<string>()
  // The contract ties each name to its own input; the sheet fills in whichever it is.
  const { send, sending, failure, clear } = useCommand(`motions.${kind}` as CommandName)
  const press = async () => {
    const wrong = stepWords[kind].label ? noteProblem(said.note) : undefined
    setProblem(wrong)
    if (wrong) return
    const answer = await send(inputOf(kind, motion, said) as InputOf<CommandName>)
    if (answer.ok) onDone()
  }
  const change = (part: Partial<Said>) => setSaid((before) => ({ ...before, ...part }))
  return { said, change, problem, press, sending, failure, clear }
}
