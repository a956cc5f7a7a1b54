import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { SwitchRow } from '../../../components/switch-row'
import { TextInput } from '../../../components/text-input'
import { problemAt } from '../../../texts/problems'
import { shiftWords, task as words } from '../../../texts/volunteers'
import { useCommand } from '../../../use-command'
import type { ShiftView, TaskView } from './task-view'

interface JoinSheetProps {
  task: TaskView
  shift: ShiftView
  /** For a neighbour without a phone. */
  guest: boolean
  now: number
  onClose: () => void
}

/** 报名, for oneself or for somebody whom one helps. */
export function JoinSheet({ task, shift, guest, now, onClose }: JoinSheetProps) {
  const [name, setName] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [trained, setTrained] = useState(false)
  const { send, sending, failure, clear } = useCommand('signups.join')
  const join = async () => {
    const whom = guest ? { name, agreed: agreed as true } : null
    const answer = await send({ shiftId: shift.id, trained, guest: whom })
    if (answer.ok) onClose()
  }
  const full = shift.taken >= shift.capacity
  const title = guest ? words.guest : full ? words.queue : words.join
  return (
    <Sheet
      id="join"
      title={title}
      open
      onClose={onClose}
      act={{ words: words.yes, onPress: join, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{shiftWords(shift, now)}</View>
        {task.riskNote !== '' && <View className="ld-body">{task.riskNote}</View>}
        {guest && (
          <>
            <View className="ld-sm ld-help">{words.guestHelp}</View>
            <TextInput
              id="guest-name"
              label={words.guestName}
              value={name}
              maxLength={12}
              error={problemAt(failure?.fields, 'guest.name')}
              onChange={setName}
            />
            <SwitchRow title={words.guestAgreed} on={agreed} onChange={setAgreed} />
          </>
        )}
        {task.risk === 'high' && !guest && (
          <SwitchRow
            title={words.trained}
            help={words.trainedHelp(task.training)}
            on={trained}
            onChange={setTrained}
          />
        )}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
