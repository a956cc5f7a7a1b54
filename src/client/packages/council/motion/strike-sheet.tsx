import { View } from '@tarojs/components'
import { useState } from 'react'
import { STRUCK_BY_OFFICE } from '#core/council/strike'
import { BuildingPicker, type EstateBuilding } from '../../../components/building-picker'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { strikeWords, rolls as words } from '../../../texts/rolls'
import { useCommand } from '../../../use-command'

type Reason = (typeof STRUCK_BY_OFFICE)[number]
const REASONS = STRUCK_BY_OFFICE.map((value) => ({ value, words: strikeWords[value] }))

/** 划去: which house, why, in words everybody reads; a second person does the same once more. */
export function StrikeSheet({ motionId, onClose }: { motionId: string; onClose: () => void }) {
  const [house, setHouse] = useState<EstateBuilding>()
  const [reason, setReason] = useState<Reason>('conflict')
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('rolls.strike')
  const problem = noteProblem(said)
  const strike = async () => {
    setTried(true)
    if (!house || problem) return
    const answer = await send({ motionId, unitId: house.id, reason, words: said })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="strike"
      title={words.strike}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: strike, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.strikeWhat}</View>
        <Segmented label={words.reason} choices={REASONS} value={reason} onChoose={setReason} />
        <BuildingPicker chosenId={house?.id} onChoose={setHouse} />
        {tried && !house && <View className="ld-sm">{words.noHouse}</View>}
        <WordsField
          id="strike-words"
          label={words.words}
          value={said}
          maxLength={200}
          error={tried ? problem : undefined}
          onChange={setSaid}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
