import { View } from '@tarojs/components'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { Chip } from '../../../components/chip'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { actWords, room as words } from '../../../texts/meetings'
import { useAsk } from '../../../use-ask'
import { useAct } from './use-act'
import type { Live } from './use-live'

/** 交出主持, to one of those in the room. */
export function HandOverSheet({ live, onClose }: { live: Live; onClose: () => void }) {
  const asked = useAsk('meetings.roll', { id: live.id })
  const [unitId, setUnitId] = useState<string>()
  const { act, sending, failure, clear } = useAct('hand_over', live)
  const own = live.room?.mine.map((one) => one.unitId) ?? []
  const press = async () => {
    if (unitId !== undefined && (await act({ id: live.id, unitId }))) onClose()
  }
  const title = actWords.hand_over ?? ''
  return (
    <Sheet
      id="hand-over"
      title={title}
      open
      onClose={onClose}
      act={{ words: title, onPress: press, busy: sending }}
    >
      <View className="ld-body">{words.handOverHelp}</View>
      <Answered ask={asked} rows={3}>
        {({ items }) => {
          const here = items.filter((one) => one.here && !own.includes(one.unitId))
          if (here.length === 0) return <View className="ld-body ld-help">{words.nobodyHere}</View>
          return (
            <View className="ld-row ld-wrap">
              {here.map((one) => (
                <Chip
                  key={one.unitId}
                  words={one.label}
                  chosen={one.unitId === unitId}
                  onPress={() => setUnitId(one.unitId)}
                />
              ))}
            </View>
          )
        }}
      </Answered>
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
