import { View } from '@tarojs/components'
import { useState } from 'react'
import type { InputOf, OutputOf } from '#contracts/operations'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { componentWords, card as words } from '../../../texts/evaluation'
import { useCommand } from '../../../use-command'

interface AppealSheetProps {
  told: OutputOf<'scores.get'>
  about: Pick<InputOf<'scores.appeal'>, 'component' | 'eventId'>
  onClose: () => void
}

/** 申诉: names one event, and says what is wrong with it. */
export function AppealSheet({ told, about, onClose }: AppealSheetProps) {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('scores.appeal')
  const press = async () => {
    const wrong = noteProblem(said)
    setProblem(wrong)
    if (wrong) return
    const answer = await send({ id: told.id, version: told.version, ...about, words: said })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="score-appeal"
      title={words.appealTitle}
      open
      onClose={onClose}
      act={{ words: words.appeal, onPress: press, busy: sending }}
    >
      <View className="ld-body">{`${componentWords[about.component]}，${words.event(about.eventId)}`}</View>
      <WordsField
        id="appeal-words"
        label={words.appealLabel}
        hint={words.appealHint}
        value={said}
        error={problem}
        onChange={setSaid}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
