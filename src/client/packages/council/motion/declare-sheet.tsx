import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { rolls as words } from '../../../texts/rolls'
import { useCommand } from '../../../use-command'
import type { MotionView } from './motion-view'

interface DeclareProps {
  motionId: string
  unit: MotionView['standsFor'][number]
  onClose: () => void
}

/** 回避: the house's own word that it has an interest in the matter. */
export function DeclareSheet({ motionId, unit: { unitId, label }, onClose }: DeclareProps) {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('rolls.declare')
  const say = async () => {
    const wrong = noteProblem(said)
    setProblem(wrong)
    if (wrong) return
    const answer = await send({ motionId, unitId, words: said })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="declare"
      title={words.declare(label)}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: say, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.declareWhat}</View>
        <WordsField
          id="declare-words"
          label={words.words}
          value={said}
          maxLength={200}
          error={problem}
          onChange={setSaid}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
