import { View } from '@tarojs/components'
import { useState } from 'react'
import { go } from '../platform/navigate'
import { box } from '../platform/storage'
import { useLook } from '../stores/look'
import { useMyBuilding } from '../stores/my-building'
import { look as lookWords, welcome } from '../texts/entry'
import { AppButton } from './button'
import { Card } from './card'
import { SizeCards, sizeIndexOf } from './size-cards'
import styles from './welcome.module.scss'

const isYes = (found: unknown): found is true => found === true
const answered = box('welcomed', isYes)

/** 普通 and the first step of 长辈版. */
const OFFERED = [0, 1]

/**
 * The two questions of a first launch, asked on home itself so that nothing blocks reading: how large the
 * letters should be (a phone set large has 长辈版 chosen already), then which building one lives in.
 */
export function Welcome() {
  const look = useLook()
  const home = useMyBuilding()
  const [done, setDone] = useState(answered.read() === true)
  if (done || (look.chosen && home)) return null
  const finish = () => {
    answered.write(true)
    setDone(true)
  }
  return (
    <View className={styles.welcome}>
      <Card>{look.chosen ? <Building onDone={finish} /> : <Letters />}</Card>
    </View>
  )
}

function Letters() {
  const look = useLook()
  const chosen = Math.min(sizeIndexOf(look), 1)
  return (
    <View className="ld-stack">
      <View className="ld-lg">{welcome.size.title}</View>
      <SizeCards
        offered={OFFERED}
        chosen={chosen}
        names={[welcome.size.normal, welcome.size.elder, ...lookWords.sizes.slice(2)]}
        onChoose={look.choose}
      />
    </View>
  )
}

function Building({ onDone }: { onDone: () => void }) {
  const { title, help, choose, later } = welcome.building
  return (
    <View className="ld-stack">
      <View className="ld-lg">{title}</View>
      <View className="ld-sm ld-help">{help}</View>
      <View className={styles.buttons}>
        <AppButton kind="soft" wide onPress={() => go('building')}>
          {choose}
        </AppButton>
        <AppButton kind="line" wide onPress={onDone}>
          {later}
        </AppButton>
      </View>
    </View>
  )
}
