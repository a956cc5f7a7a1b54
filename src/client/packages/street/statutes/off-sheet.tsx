import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { WordsField } from '../../../components/staff-actions/words-field'
import { statutoryWords } from '../../../texts/council'
import { problemAt } from '../../../texts/problems'
import { statutes as words } from '../../../texts/statutes'
import { useCommand } from '../../../use-command'
import type { Statute } from './index'

interface OffProps {
  statute: Statute
  confirmed: NonNullable<Statute['confirmed']>
  onClose: () => void
}

/** 停用: why, which everybody reads. */
export function OffSheet({ statute, confirmed, onClose }: OffProps) {
  const [reason, setReason] = useState('')
  const { send, sending, failure, clear } = useCommand('statutes.switchOff')
  const switchOff = async () => {
    if ((await send({ id: confirmed.id, reason })).ok) onClose()
  }
  const problem = problemAt(failure?.fields, 'reason')
  return (
    <Sheet
      id="switch-off-statute"
      title={statutoryWords[statute.rule]}
      open
      onClose={onClose}
      act={{ words: words.switchOff, onPress: switchOff, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.confirmed(confirmed)}</View>
        <View className="ld-body">{words.switchOffWhat}</View>
        <WordsField
          id="statute-off-reason"
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          maxLength={300}
          error={problem}
          onChange={setReason}
        />
        {failure && !problem && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
