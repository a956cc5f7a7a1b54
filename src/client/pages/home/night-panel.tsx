import { Text, View } from '@tarojs/components'
import { AppButton } from '../../components/button'
import { Card } from '../../components/card'
import { readable } from '../../platform/accessible'
import { home } from '../../texts/home'
import type { HomeAnswer } from './home-answer'
import { lampsOf } from './lamps'
import styles from './night-panel.module.scss'

interface NightPanelProps {
  shown: HomeAnswer
  onSee: () => void
}

const houses = (count: number, from: number) => Array.from({ length: count }, (_, index) => from + index)

function Houses({ done, open }: { done: number; open: number }) {
  const { lit, unlit } = lampsOf(done, open)
  return (
    <View className={styles.houses} {...readable('img', home.night.label(done, open))}>
      {houses(lit, 0).map((house) => (
        <View key={house} className={`${styles.house} ${styles.lit}`} />
      ))}
      {houses(unlit, lit).map((house) => (
        <View key={house} className={styles.house} />
      ))}
    </View>
  )
}

/** 每栋一盏灯: until there are votes, a lamp is a matter, and it is lit when the matter is done. */
export function NightPanel({ shown, onSee }: NightPanelProps) {
  const { closedThisMonth: done, open, overdue, grid } = shown
  return (
    <Card kind="night">
      <View className={styles.head}>
        <Text className={styles.tag}>{home.night.tag}</Text>
        <Text className={styles.quiet}>{grid.name}</Text>
      </View>
      {done + open > 0 && (
        <>
          <Houses done={done} open={open} />
          <View className={styles.quiet}>{home.night.lamp(lampsOf(done, open).each)}</View>
        </>
      )}
      <View className={styles.foot}>
        <View className="ld-grow">
          <View className={styles.figure}>
            <Text className={styles.number}>{done}</Text>
            <Text>{home.night.doneUnit}</Text>
          </View>
          <View className={styles.quiet}>{home.night.rest(open, overdue)}</View>
        </View>
        <AppButton kind="cream" onPress={onSee} label={home.night.label(done, open)}>
          {home.night.see}
        </AppButton>
      </View>
    </Card>
  )
}
