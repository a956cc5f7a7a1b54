import { View } from '@tarojs/components'
import { useState } from 'react'
import { STRUCK_BY_OFFICE } from '#core/council/strike'
import { BuildingPicker } from '../../../components/building-picker'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { strikeWords, rolls as words } from '../../../texts/rolls'
import { useCommand } from '../../../use-command'
import { LinePicker } from './line-picker'
import type { MotionView } from './motion-view'

type Reason = (typeof STRUCK_BY_OFFICE)[number]

interface StrikeProps {
  motion: Pick<MotionView, 'id' | 'unitKind'>
  onClose: () => void
}

/** 划去: which unit, why, in words everybody reads; a second person does the same once more. */
export function StrikeSheet({ motion: { id: motionId, unitKind }, onClose }: StrikeProps) {
  const [unitId, setUnitId] = useState<string>()
  const [reason, setReason] = useState<Reason>('conflict')
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('rolls.strike')
  const problem = noteProblem(said)
  const reasons = STRUCK_BY_OFFICE.map((value) => ({ value, words: strikeWords(unitKind)[value] }))
  const strike = async () => {
    setTried(true)
    if (!unitId || problem) return
    const answer = await send({ motionId, unitId, reason, words: said })
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
        <View className="ld-body">{words.strikeWhat(unitKind)}</View>
        <Segmented label={words.reason} choices={reasons} value={reason} onChoose={setReason} />
        {unitKind === 'building' ? (
          <BuildingPicker chosenId={unitId} onChoose={({ id }) => setUnitId(id)} />
        ) : (
          <LinePicker motionId={motionId} chosenId={unitId} onChoose={setUnitId} />
        )}
        {tried && !unitId && <View className="ld-sm">{words.noUnit(unitKind)}</View>}
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
