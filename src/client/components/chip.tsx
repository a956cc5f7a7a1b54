import { Text, View } from '@tarojs/components'
import { pressable } from '../platform/accessible'
import styles from './chip.module.scss'

interface ChipProps {
  words: string
  chosen: boolean
  onPress: () => void
}

/** One of several filters or kinds, chosen or not. */
export function Chip({ words, chosen, onPress }: ChipProps) {
  return (
    <View
      className={`${styles.chip} ${chosen ? styles.chosen : ''}`}
      {...pressable(onPress, { label: words, chosen })}
    >
      <Text>{words}</Text>
    </View>
  )
}
