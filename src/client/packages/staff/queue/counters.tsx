import { View } from '@tarojs/components'
import type { InputOf, OutputOf } from '#contracts/operations'
import { pressable, readable } from '../../../platform/accessible'
import { queue as words } from '../../../texts/staff'
import styles from './queue.module.scss'

export type Tab = NonNullable<InputOf<'concerns.queue'>['tab']>
export type Counts = OutputOf<'concerns.queue'>['counts']
type Counted = keyof Counts

const TABS: readonly Counted[] = ['overdue', 'today', 'to_accept', 'in_hand']

/** Brick is for time alone: solid once it has passed, a tint while it passes today. */
const toneOf = (tab: Counted, count: number): string | undefined => {
  if (count === 0) return undefined
  if (tab === 'overdue') return styles.over
  return tab === 'today' ? styles.soon : undefined
}

interface CountersProps {
  counts: Counts | undefined
  tab: Tab
  onChoose: (tab: Tab) => void
}

/** Four numbers that filter; the chosen one, tapped again, gives the whole list back. */
export function Counters({ counts, tab, onChoose }: CountersProps) {
  return (
    <View className={styles.counters} {...readable('group', words.filters)}>
      {TABS.map((one) => {
        const count = counts?.[one] ?? 0
        const chosen = one === tab
        const classes = [styles.counter, toneOf(one, count), chosen && styles.chosen]
        return (
          <View
            key={one}
            className={classes.filter(Boolean).join(' ')}
            {...pressable(() => onChoose(chosen ? 'all' : one), {
              label: words.tabLabel(words.tabs[one], count),
              chosen,
            })}
          >
            <View className={styles.number}>{counts ? count : '–'}</View>
            <View className={styles.name}>{words.tabs[one]}</View>
          </View>
        )
      })}
    </View>
  )
}
