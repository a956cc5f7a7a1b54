import { View } from '@tarojs/components'
import { useState } from 'react'
import { BuildingPicker, type EstateBuilding } from '../../../components/building-picker'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { election as words } from '../../../texts/elections'
import { useCommand } from '../../../use-command'

/** 推荐: of a house, whose head then answers for himself. */
export function NominateSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const [house, setHouse] = useState<EstateBuilding>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('motions.nominate')
  const name = async () => {
    setTried(true)
    if (!house) return
    if ((await send({ id, houseId: house.id })).ok) onClose()
  }
  return (
    <Sheet
      id="nominate"
      title={words.nominate}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: name, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.nominateWhat}</View>
        <BuildingPicker chosenId={house?.id} onChoose={setHouse} />
        {tried && !house && <View className="ld-sm">{words.noHouse}</View>}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
