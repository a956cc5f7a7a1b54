import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { TextInput } from '../../../components/text-input'
import { lead as words } from '../../../texts/volunteers'
import { useCommand } from '../../../use-command'
import type { Person } from './person-row'

/** 更正: the ledger gets two entries more, none is changed. */
export function CorrectSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const [minutes, setMinutes] = useState(String(person.minutes ?? 0))
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('service.correct')
  const correct = async () => {
    const wrong = noteProblem(reason)
    setProblem(wrong)
    if (wrong) return
    const answer = await send({ signUpId: person.signUpId, minutes: Number(minutes), reason })
    if (answer.ok) onClose()
  }
  const act = { words: words.correct, onPress: correct, busy: sending }
  return (
    <Sheet id="correct" title={`${person.name}，${words.correct}`} open onClose={onClose} act={act}>
      <View className="ld-stack">
        <TextInput
          id="correct-minutes"
          type="number"
          label={words.minutes}
          value={minutes}
          maxLength={3}
          onChange={setMinutes}
        />
        <WordsField
          id="correct-reason"
          label={words.reason}
          value={reason}
          error={problem}
          maxLength={200}
          onChange={setReason}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
