import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { componentWords, card as words } from '../../../texts/evaluation'
import { useCommand } from '../../../use-command'

type Told = OutputOf<'scores.get'>
type Choice = keyof typeof words.choices

const CHOICES = (Object.keys(words.choices) as Choice[]).map((value) => ({
  value,
  words: words.choices[value],
}))

interface AnswerSheetProps {
  told: Told
  appeal: Told['appeals'][number]
  onClose: () => void
}

/** 答复: what becomes of the event, and why. */
export function AnswerSheet({ told, appeal, onClose }: AnswerSheetProps) {
  const [choice, setChoice] = useState<Choice>('keep')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('scores.answer')
  const press = async () => {
    const wrong = noteProblem(note)
    setProblem(wrong)
    if (wrong) return
    const as = choice === 'keep' ? null : choice
    const answer = await send({ id: told.id, version: told.version, appealId: appeal.id, as, note })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="score-answer"
      title={words.answerTitle}
      open
      onClose={onClose}
      act={{ words: words.answer, onPress: press, busy: sending }}
    >
      <View className="ld-body">{`${componentWords[appeal.component]}：${appeal.words}`}</View>
      <Segmented label={words.answerTitle} choices={CHOICES} value={choice} onChoose={setChoice} />
      <WordsField
        id="answer-note"
        label={words.answerLabel}
        value={note}
        error={problem}
        onChange={setNote}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
