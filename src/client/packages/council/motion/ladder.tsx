import { View } from '@tarojs/components'
import { readable } from '../../../platform/accessible'
import { motion as words } from '../../../texts/council'
import styles from './ladder.module.scss'

type Stand = 'past' | 'here' | 'ahead'

const standOf = (step: number, place: number): Stand => {
  if (step === place) return 'here'
  return step < place ? 'past' : 'ahead'
}

/** 提议 to 生效: where it stands, what lies behind and what is still to come. */
export function MotionLadder({ place }: { place: number }) {
  const said = words.steps.map((step, at) => `${step}${words[standOf(at, place)]}`)
  return (
    <View className={styles.ladder} {...readable('img', `${words.ladder}：${said.join('，')}`)}>
      {words.steps.map((step, at) => (
        <View key={step} className={`${styles.step} ${styles[standOf(at, place)] ?? ''}`}>
          {step}
        </View>
      ))}
    </View>
  )
}
