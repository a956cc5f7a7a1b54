import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { goals, goal as words } from '../../../texts/goals'
import { useCommand } from '../../../use-command'
import { AboutField, useAbout } from './about'

interface SetSheetProps {
  gridPath: string
  week: string
  onClose: () => void
}

/** 定下来: one small thing, of one week, whoever sets it sees to it. */
export function SetSheet({ gridPath, week, onClose }: SetSheetProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const about = useAbout()
  const { send, sending, failure, clear } = useCommand('goals.set')
  const press = async () => {
    const isShort = text.trim().length < 4
    setProblem(isShort ? words.wrong : undefined)
    const concernId = isShort ? undefined : await about.find()
    if (concernId === undefined) return
    const source = concernId === null ? null : { kind: 'concern' as const, id: concernId }
    const answer = await send({ gridPath, week, text: text.trim(), ownerId: null, about: source })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="set-goal"
      title={goals.set(week)}
      open
      onClose={onClose}
      act={{ words: words.set, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <TextInput
          id="goal-text"
          {...words.text}
          value={text}
          maxLength={60}
          error={problem}
          onChange={setText}
        />
        <AboutField id="goal-about" value={about.no} problem={about.problem} onChange={about.setNo} />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
