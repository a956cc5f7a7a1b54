import { View } from '@tarojs/components'
import { pressable, readable } from '../platform/accessible'
import { ELDER_STEPS, type Mode } from '../stores/look'
import { look } from '../texts/entry'
import styles from './size-cards.module.scss'

export interface Size {
  mode: Mode
  step: number
}

/** 普通, then the three steps of 长辈版. */
const SIZES: readonly Size[] = [
  { mode: 'normal', step: 0 },
  ...ELDER_STEPS.map((_, step) => ({ mode: 'elder' as const, step })),
]

export const sizeIndexOf = ({ mode, step }: Size): number => (mode === 'normal' ? 0 : step + 1)

interface SizeCardsProps {
  /** Which of SIZES are offered. */
  offered: readonly number[]
  chosen: number
  names?: readonly string[]
  onChoose: (size: Size) => void
}

/** Each card shows its own real size: the eye decides, not a word. */
export function SizeCards({ offered, chosen, names = look.sizes, onChoose }: SizeCardsProps) {
  return (
    <View className={styles.cards} {...readable('radiogroup', look.size)}>
      {offered.map((index) => {
        const size = SIZES[index]
        if (!size) return null
        const name = names[index] ?? ''
        const scale = { '--ld-k': size.mode === 'elder' ? ELDER_STEPS[size.step] : 1 } as React.CSSProperties
        return (
          <View
            key={index}
            className={`${styles.card} ${index === chosen ? styles.chosen : ''} ${size.mode === 'elder' ? 'ld-elder' : styles.normal}`}
            style={scale}
            {...pressable(() => onChoose(size), { role: 'radio', label: name, chosen: index === chosen })}
          >
            <View className={styles.name}>{name}</View>
            <View className={styles.sample}>{look.sample}</View>
            <View className={styles.help}>{look.sampleHelp}</View>
          </View>
        )
      })}
    </View>
  )
}
