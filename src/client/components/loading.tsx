import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { readable } from '../platform/accessible'
import { common } from '../texts/common'
import styles from './loading.module.scss'

/** A quick answer shows no skeleton at all: it would only flash. Milliseconds. */
const PATIENCE = 300

const ROWS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

/** Grey shapes of the rows that will come, after 300 ms. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <View {...readable('status', common.loading, { 'aria-busy': true })}>
      {late && (
        <View className={styles.card}>
          {ROWS.slice(0, rows).map((row) => (
            <View key={row} className={styles.row}>
              <View className={styles.tile} />
              <View className={styles.lines}>
                <View className={styles.line} />
                <View className={`${styles.line} ${styles.short}`} />
              </View>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
