import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { officeWords, offices as words } from '../../../texts/offices'
import { useCommand } from '../../../use-command'

interface EndSheetProps {
  office: OutputOf<'offices.list'>['items'][number]
  onClose: () => void
}

/** 免去, with the reason the person is told. */
export function EndSheet({ office, onClose }: EndSheetProps) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('offices.end')
  const press = async () => {
    const wrong = noteProblem(reason)
    setProblem(wrong)
    if (wrong) return
    const answer = await send({ grantId: office.id, reason })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="office-end"
      title={words.endTitle(office.name, officeWords(office.role, office.acting))}
      open
      onClose={onClose}
      act={{ words: words.end, onPress: press, busy: sending }}
    >
      <View className="ld-body">{words.endHelp}</View>
      <WordsField
        id="office-end-reason"
        label={words.endLabel}
        value={reason}
        error={problem}
        onChange={setReason}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
