import { View } from '@tarojs/components'
import { useState } from 'react'
import { BuildingPicker, type EstateBuilding } from '../../../components/building-picker'
import { AppButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PlateFinder } from '../../../components/plate-finder'
import { Segmented } from '../../../components/segmented'
import { readable } from '../../../platform/accessible'
import { goBack } from '../../../platform/navigate'
import { canScan } from '../../../platform/scan'
import { useMyBuilding, usePreferred } from '../../../stores/my-building'
import { useSession } from '../../../stores/session'
import { welcome } from '../../../texts/entry'
import styles from './building.module.scss'

type Way = 'plan' | 'plate'
type Found = Omit<EstateBuilding, 'open'>

const { picker } = welcome
const WAYS = [
  { value: 'plan', words: picker.ways.plan, icon: 'pin' },
  { value: 'plate', words: canScan ? picker.ways.scan : picker.ways.plate, icon: 'scan' },
] as const

/** 您住哪一栋: kept on this phone for a guest; the registered home of a resident is the grid's to change. */
export default function BuildingPage() {
  const mine = useMyBuilding()
  const registered = useSession(({ me }) => me?.home)
  const [way, setWay] = useState<Way>('plan')
  const [found, setFound] = useState<Found>()
  const save = () => {
    if (!found) return goBack()
    const { id, label, point, estateId, gridPath } = found
    usePreferred.getState().prefer({ id, label, point, estateId, gridPath })
    goBack()
  }
  if (registered) {
    return (
      <Page title={picker.title}>
        <Notice
          icon="building"
          title={picker.chosen(registered.label)}
          help={picker.registered(registered.label)}
        />
      </Page>
    )
  }
  const chosen = found ?? mine
  return (
    <Page
      title={picker.title}
      foot={
        <AppButton size="large" wide kind={chosen ? 'primary' : 'line'} onPress={save}>
          {chosen ? picker.save(chosen.label) : welcome.building.later}
        </AppButton>
      }
    >
      <View className="ld-xl" {...readable('heading', undefined, { 'aria-level': 2 })}>
        {picker.question}
      </View>
      <View className={styles.help}>{welcome.building.help}</View>
      <Segmented label={picker.way} choices={WAYS} value={way} onChoose={setWay} />
      <View className={styles.below}>
        {way === 'plan' ? (
          <BuildingPicker chosenId={chosen?.id} onChoose={setFound} />
        ) : (
          <PlateFinder onFind={setFound} />
        )}
      </View>
    </Page>
  )
}
