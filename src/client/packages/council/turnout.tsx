import { Text, View } from '@tarojs/components'
import type { UnitKind } from '#core/council/statute'
import { readable } from '../../platform/accessible'
import { missingWords, turnoutWords, ballot as words } from '../../texts/council'
import styles from './turnout.module.scss'

interface TurnoutProps {
  taking: number
  units: number
  quorum: number
  kind: UnitKind
}

/** More on one wall nobody takes in, and a phone takes long to hang up: the numbers below say the same. */
const MOST_LAMPS = 500

function Lamps({ taking, units }: Pick<TurnoutProps, 'taking' | 'units'>) {
  return (
    <View className={styles.lamps} {...readable('img', words.lamps(taking, units))}>
      {Array.from({ length: units }, (_, unit) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a lamp is its place in the wall, no unit's own.
        <View key={unit} className={unit < taking ? `${styles.lamp} ${styles.lit}` : styles.lamp} />
      ))}
    </View>
  )
}

/** 亮几盏灯，就是几栋参加了: how many, never which. */
export function Turnout({ taking, units, quorum, kind }: TurnoutProps) {
  return (
    <View>
      {units <= MOST_LAMPS && <Lamps taking={taking} units={units} />}
      <View className={styles.row}>
        <View>
          <Text className={styles.number}>{taking}</Text>
          <Text>{turnoutWords(units, kind)}</Text>
        </View>
        <Text>{missingWords(quorum - taking, kind)}</Text>
      </View>
      {units <= MOST_LAMPS && <View className={styles.quiet}>{words.lampHelp(kind)}</View>}
    </View>
  )
}
