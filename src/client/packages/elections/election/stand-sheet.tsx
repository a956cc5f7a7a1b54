import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { WordsField } from '../../../components/staff-actions/words-field'
import { election as words } from '../../../texts/elections'
import { problemAt } from '../../../texts/problems'
import { useCommand } from '../../../use-command'

interface StandProps {
  id: string
  house: { unitId: string; label: string }
  onClose: () => void
}

/** 参选: what he says for himself is all that anybody reads of him here. */
export function StandSheet({ id, house, onClose }: StandProps) {
  const [statement, setStatement] = useState('')
  const { send, sending, failure, clear } = useCommand('motions.stand')
  const stand = async () => {
    const answer = await send({ id, unitId: house.unitId, statement })
    if (answer.ok) onClose()
  }
  const problem = problemAt(failure?.fields, 'statement')
  const title = words.stand(house.label)
  return (
    <Sheet
      id="stand"
      title={title}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: stand, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.standWhat}</View>
        <WordsField
          id="stand-words"
          label={words.statement}
          hint={words.statementHint}
          value={statement}
          maxLength={200}
          error={problem}
          onChange={setStatement}
        />
        {failure && !problem && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
