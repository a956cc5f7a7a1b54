import { Text, View } from '@tarojs/components'
import { pressable, readable } from '../platform/accessible'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import styles from './segmented.module.scss'

export interface Choice<Value extends string> {
  value: Value
  words: string
  icon?: IconName
}

interface SegmentedProps<Value extends string> {
  /** What is being chosen, for those who hear the screen. */
  label: string
  choices: readonly Choice<Value>[]
  value: Value
  onChoose: (value: Value) => void
}

export function Segmented<Value extends string>({ label, choices, value, onChoose }: SegmentedProps<Value>) {
  return (
    <View className={styles.track} {...readable('radiogroup', label)}>
      {choices.map((choice) => (
        <View
          key={choice.value}
          className={`${styles.choice} ${choice.value === value ? styles.chosen : ''}`}
          {...pressable(() => onChoose(choice.value), {
            role: 'radio',
            label: choice.words,
            chosen: choice.value === value,
          })}
        >
          {choice.icon && <Icon name={choice.icon} size={20} />}
          <Text>{choice.words}</Text>
        </View>
      ))}
    </View>
  )
}
