import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { bodies as words } from '../../../texts/bodies'
import { useCommand } from '../../../use-command'
import type { Line } from './index'

/** 划去一行, with the reason. */
export function StrikeSheet({ line, onClose }: { line: Line; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('bodies.strike')
  const press = async () => {
    const wrong = noteProblem(reason)
    setProblem(wrong)
    if (wrong) return
    if ((await send({ id: line.id, reason })).ok) onClose()
  }
  return (
    <Sheet
      id="strike-line"
      title={line.label}
      open
      onClose={onClose}
      act={{ words: words.strike, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.strikeWhat}</View>
        <WordsField
          id="strike-reason"
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          maxLength={300}
          error={problem}
          onChange={setReason}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
