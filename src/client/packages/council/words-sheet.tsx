import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../components/refused'
import { Sheet } from '../../components/sheet'
import { noteProblem, WordsField } from '../../components/staff-actions/words-field'
import type { Failure } from '../../platform/transport'

interface WordsSheetProps {
  id: string
  title: string
  /** What the words are for, and who reads them. */
  what: string
  label: string
  act: string
  sending: boolean
  failure: Failure | undefined
  onAct: () => void
  /** Sends the words; whether they were taken. */
  onSend: (words: string) => Promise<boolean>
  onClose: () => void
}

/** What a house says in words and by one tap: without words it says nothing. */
export function WordsSheet({ id, title, what, label, act, onSend, onClose, ...sent }: WordsSheetProps) {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const say = async () => {
    const wrong = noteProblem(said)
    setProblem(wrong)
    if (!wrong && (await onSend(said))) onClose()
  }
  return (
    <Sheet
      id={id}
      title={title}
      open
      onClose={onClose}
      act={{ words: act, onPress: say, busy: sent.sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{what}</View>
        <WordsField
          id={`${id}-words`}
          label={label}
          value={said}
          maxLength={200}
          error={problem}
          onChange={setSaid}
        />
        {sent.failure && <Refused failure={sent.failure} onAct={sent.onAct} />}
      </View>
    </Sheet>
  )
}
