import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { ReasonSheet } from '../../../components/reason-sheet'
import { Segmented } from '../../../components/segmented'
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
  const command = useCommand('scores.answer')
  const answer = async (note: string) => {
    const as = choice === 'keep' ? null : choice
    return (await command.send({ id: told.id, version: told.version, appealId: appeal.id, as, note })).ok
  }
  return (
    <ReasonSheet
      id="score-answer"
      title={words.answerTitle}
      act={words.answer}
      field={{ id: 'answer-note', label: words.answerLabel }}
      command={command}
      onSend={answer}
      onClose={onClose}
    >
      <View className="ld-body">{`${componentWords[appeal.component]}：${appeal.words}`}</View>
      <Segmented label={words.answerTitle} choices={CHOICES} value={choice} onChoose={setChoice} />
    </ReasonSheet>
  )
}
