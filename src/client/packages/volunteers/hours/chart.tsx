import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { readable } from '../../../platform/accessible'
import { hours as words } from '../../../texts/volunteers'
import styles from './hours.module.scss'

/** A bar for each month, and the same as lines of words for whoever cannot see bars. */
export function MonthChart({ months }: { months: readonly number[] }) {
  const [asTable, setAsTable] = useState(false)
  const most = Math.max(1, ...months)
  const lines = months.map((minutes, at) => words.monthLine(at + 1, minutes))
  return (
    <View className="ld-tight">
      <View className={styles.bars} {...readable('img', `${words.chart}：${lines.join('，')}`)}>
        {months.map((minutes, at) => (
          <View key={words.month(at + 1)} className={styles.slot}>
            <View className={styles.bar} style={{ height: `${Math.round((100 * minutes) / most)}%` }} />
          </View>
        ))}
      </View>
      <View className={`ld-row ld-between ld-xs ld-help ${styles.axis}`}>
        <View>{words.month(1)}</View>
        <View>{words.month(12)}</View>
      </View>
      <AppButton kind="line" size="small" onPress={() => setAsTable(!asTable)}>
        {words.table}
      </AppButton>
      {asTable &&
        lines.map((line) => (
          <View key={line} className="ld-sm">
            {line}
          </View>
        ))}
    </View>
  )
}
