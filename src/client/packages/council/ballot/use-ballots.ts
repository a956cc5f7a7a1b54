import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import type { Said } from '#core/council/paper'
import { newKey } from '../../../platform/keys'
import { ballot as words } from '../../../texts/council'
import { saidWords } from '../../../texts/elections'
import { useCommand } from '../../../use-command'
import type { BallotView } from '../motion/motion-view'

export type Cast = OutputOf<'ballots.cast'>

/** The choices of one screen, said back once before they are cast. */
export function useBallots({ id, mine, slate }: BallotView) {
  const [chosen, setChosen] = useState<Record<string, Said>>({})
  const [sure, setSure] = useState(false)
  const [missing, setMissing] = useState(false)
  const [salt] = useState(() => newKey())
  const { send, sending, failure, clear } = useCommand('ballots.cast')
  const votes = mine.flatMap(({ unitId, label }) => {
    const choice = chosen[unitId]
    return choice ? [{ unitId, label, choice }] : []
  })
  // At first every house says something; afterwards one alone may be changed.
  const complete = votes.length === mine.length || mine.some(({ receipt }) => receipt !== null)
  const ask = () => {
    const ready = votes.length > 0 && complete
    setMissing(!ready)
    setSure(ready)
  }
  const cast = async (): Promise<Cast | undefined> => {
    const said = votes.map(({ unitId, choice }) => ({ unitId, choice }))
    const answer = await send({ pollId: id, votes: said, salt })
    setSure(false)
    return answer.ok ? answer.data : undefined
  }
  return {
    chosen,
    choose: (unitId: string, choice: Said) => setChosen((before) => ({ ...before, [unitId]: choice })),
    ask,
    cast,
    sure,
    giveUp: () => setSure(false),
    said: votes.map(({ label, choice }) => words.says(label, saidWords(choice, slate))),
    missing,
    sending,
    failure,
    clear,
  }
}
