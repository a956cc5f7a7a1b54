import { View } from '@tarojs/components'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { Chip } from '../../../components/chip'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { readable } from '../../../platform/accessible'
import { rolls as words } from '../../../texts/rolls'
import { useAskPages } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import type { MotionView } from './motion-view'

interface EntrustProps {
  motionId: string
  unit: MotionView['standsFor'][number]
  onClose: () => void
}

/** 委托: somebody of the same house, for this one vote, in the head's own words. */
export function EntrustSheet({ motionId, unit: { unitId, label }, onClose }: EntrustProps) {
  const [residenceId, setResidenceId] = useState<string>()
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const residents = useAskPages('residences.list', { show: 'living', buildingId: unitId })
  const { send, sending, failure, clear } = useCommand('proxies.give')
  const problem = noteProblem(said)
  const give = async () => {
    setTried(true)
    if (!residenceId || problem) return
    const answer = await send({ motionId, unitId, residenceId, words: said })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="entrust"
      title={words.entrust(label)}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: give, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.entrustWhat}</View>
        <Answered ask={residents} rows={2}>
          {() => (
            <View className="ld-row ld-wrap" {...readable('group', words.who)}>
              {residents.items.length === 0 && <View className="ld-body ld-help">{words.nobody}</View>}
              {residents.items.map(({ id, name }) => (
                <Chip key={id} words={name} chosen={id === residenceId} onPress={() => setResidenceId(id)} />
              ))}
            </View>
          )}
        </Answered>
        {tried && !residenceId && <View className="ld-sm">{words.noHolder}</View>}
        <WordsField
          id="entrust-words"
          label={words.how}
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
