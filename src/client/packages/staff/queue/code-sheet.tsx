import { View } from '@tarojs/components'
import { useState } from 'react'
import { BuildingPicker } from '../../../components/building-picker'
import { AppButton } from '../../../components/button'
import { Picture } from '../../../components/picture'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { showPhotos } from '../../../platform/media'
import { pictureAddress } from '../../../platform/picture-file'
import { common } from '../../../texts/common'
import { code as words } from '../../../texts/staff'
import { useCommand } from '../../../use-command'
import styles from './queue.module.scss'

interface Drawn {
  label: string
  address: string
}

/** 楼栋码: printed and put up at the door, it opens the app at this house. */
export function CodeSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { send, failure, clear } = useCommand('places.drawCode')
  const [chosenId, setChosenId] = useState<string>()
  const [drawn, setDrawn] = useState<Drawn>()

  const draw = async (buildingId: string) => {
    setChosenId(buildingId)
    setDrawn(undefined)
    const answer = await send({ buildingId })
    if (!answer.ok) return
    const { label, image, mediaType } = answer.data
    setDrawn({ label, address: await pictureAddress(`code-${buildingId}`, image, mediaType) })
  }
  const again = () => {
    setDrawn(undefined)
    clear()
  }
  return (
    <Sheet id="code" title={words.title} open={open} onClose={onClose} cancel={common.close}>
      <View className="ld-body">{words.help}</View>
      {failure && <Refused failure={failure} onAct={again} />}
      {drawn ? (
        <View className={styles.code}>
          <Picture className={styles.picture} src={drawn.address} words={words.of(drawn.label)} />
          <View className="ld-lg">{drawn.label}</View>
          <AppButton wide onPress={() => showPhotos([drawn.address], drawn.address)}>
            {words.larger}
          </AppButton>
          <AppButton kind="line" wide onPress={again}>
            {words.another}
          </AppButton>
        </View>
      ) : (
        <BuildingPicker chosenId={chosenId} onChoose={({ id }) => draw(id)} />
      )}
    </Sheet>
  )
}
