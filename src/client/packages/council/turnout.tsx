import { Text, View } from '@tarojs/components'
import { readable } from '../../platform/accessible'
import { missingWords, turnoutWords, ballot as words } from '../../texts/council'
import styles from './turnout.module.scss'

interface TurnoutProps {
  taking: number
  units: number
  quorum: number
}

/** 亮几盏灯，就是几栋参加了: how many, never which. */
export function Turnout({ taking, units, quorum }: TurnoutProps) {
  return (
    <View>
      <View className={styles.lamps} {...readable('img', words.lamps(taking, units))}>
        {Array.from({ length: units }, (_, house) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a lamp is its place in the wall, no house's own.
          <View key={house} className={house < taking ? `${styles.lamp} ${styles.lit}` : styles.lamp} />
        ))}
      </View>
      <View className={styles.row}>
        <View>
          <Text className={styles.number}>{taking}</Text>
          <Text>{turnoutWords(units)}</Text>
        </View>
        <Text>{missingWords(taking, quorum)}</Text>
      </View>
      <View className={styles.quiet}>{words.lampHelp}</View>
    </View>
  )
}
