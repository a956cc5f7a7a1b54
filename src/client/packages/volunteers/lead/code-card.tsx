import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { readable } from '../../../platform/accessible'
import { lead as words } from '../../../texts/volunteers'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import styles from './lead.module.scss'

const spoken = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

function Square({ rows }: { rows: readonly string[] }) {
  const side = `${100 / rows.length}%`
  return (
    <View className={styles.square} {...readable('img', words.square)}>
      {rows.map((row, y) => (
        // The rows of a square have no names but their places.
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <View key={y} className={styles.line} style={{ height: side }}>
          {[...row].map((dark, x) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <View key={x} className={dark === '1' ? styles.dark : styles.light} style={{ width: side }} />
          ))}
        </View>
      ))}
    </View>
  )
}

/** 签到码: made by the server alone, another every half minute; this screen asks for the next one. */
export function CodeCard({ taskId }: { taskId: string }) {
  const now = useNow(1_000)
  const { data, failure, at, refresh } = useAsk('tasks.code', { id: taskId })
  // By the server's clock: a phone's own may be minutes off.
  const left = data ? Math.ceil((data.changesAt - data.now - Math.max(0, now - at)) / 1_000) : 0
  const isOver = data !== undefined && left <= 0
  useEffect(() => {
    if (isOver) refresh()
  }, [isOver, refresh])
  if (failure?.code === 'NOT_IN_THIS_STATE') return <Notice icon="clock" title={words.closed} />
  if (failure) return <Refused failure={failure} onRetry={refresh} />
  if (!data) return null
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-md">{words.show}</View>
        <Square rows={data.square} />
        <View className="ld-sm ld-help">{words.type}</View>
        <View className={styles.code}>{spoken(data.code)}</View>
        <View className="ld-sm ld-help">{words.changes(Math.max(0, left))}</View>
      </View>
    </Card>
  )
}
