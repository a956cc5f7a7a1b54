import { useState } from 'react'
import { ReasonSheet } from '../../../components/reason-sheet'
import { TextInput } from '../../../components/text-input'
import { lead as words } from '../../../texts/volunteers'
import { useCommand } from '../../../use-command'
import type { Person } from './person-row'

/** 更正: the ledger gets two entries more, none is changed. */
export function CorrectSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const [minutes, setMinutes] = useState(String(person.minutes ?? 0))
  const command = useCommand('service.correct')
  const correct = async (reason: string) =>
    (await command.send({ signUpId: person.signUpId, minutes: Number(minutes), reason })).ok
  return (
    <ReasonSheet
      id="correct"
      title={`${person.name}，${words.correct}`}
      act={words.correct}
      field={{ id: 'correct-reason', label: words.reason, maxLength: 200 }}
      command={command}
      onSend={correct}
      onClose={onClose}
    >
      <TextInput
        id="correct-minutes"
        type="number"
        label={words.minutes}
        value={minutes}
        maxLength={3}
        onChange={setMinutes}
      />
    </ReasonSheet>
  )
}
