import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { rolls as words } from '../../../texts/rolls'
import { useCommand } from '../../../use-command'
import { type Holder, HolderField } from './holder-field'
import type { MotionView } from './motion-view'

interface EntrustProps {
  motion: Pick<MotionView, 'id' | 'unitKind' | 'standsFor'>
  unit: MotionView['standsFor'][number]
  onClose: () => void
}

/** 委托: to whom, for this one vote, in the own words of who stands for the unit. */
export function EntrustSheet({ motion, unit: { unitId, label }, onClose }: EntrustProps) {
  const [holder, setHolder] = useState<Holder>()
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('proxies.give')
  const problem = noteProblem(said)
  const give = async () => {
    setTried(true)
    if (!holder || problem) return
    const answer = await send({ motionId: motion.id, unitId, holder, words: said })
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
        <View className="ld-body">{words.entrustWhat(motion.unitKind)}</View>
        <HolderField motion={motion} unitId={unitId} holder={holder} onChoose={setHolder} />
        {tried && !holder && <View className="ld-sm">{words.noHolder}</View>}
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
