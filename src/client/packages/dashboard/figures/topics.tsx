import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Section } from '../../../components/section'
import { readable } from '../../../platform/accessible'
import { tileOfCode } from '../../../texts/categories'
import { levelWords, percent, dashboard as words } from '../../../texts/dashboard'
import { useAsk } from '../../../use-ask'
import styles from './figures.module.scss'

type Counts = OutputOf<'dashboard.figure'>['counts']

/** As people choose them when they report: a few large kinds, not thirty codes. */
export function topicsOf(counts: Counts): { name: string; n: number }[] {
  const sums = new Map<string, number>()
  for (const { key, n } of counts) {
    const name = tileOfCode(key)?.name ?? levelWords.OTHER ?? ''
    sums.set(name, (sums.get(name) ?? 0) + n)
  }
  return [...sums].map(([name, n]) => ({ name, n })).sort((a, b) => b.n - a.n)
}

/** 大家说得最多的, the longest bar first. */
export function Topics({ gridPath }: { gridPath: string }) {
  const asked = useAsk('dashboard.figure', { figure: 'topics', gridPath })
  return (
    <Section title={words.topics}>
      <Answered ask={asked} rows={4}>
        {({ counts }) => {
          const topics = topicsOf(counts)
          const all = topics.reduce((sum, { n }) => sum + n, 0)
          const most = topics[0]?.n ?? 0
          if (most === 0) return <View className="ld-body ld-help">{words.nothing}</View>
          return (
            <Card>
              {topics.map(({ name, n }) => (
                <View
                  key={name}
                  className={styles.topic}
                  {...readable('text', `${name}，${words.pieces(n)}，${percent(n, all)}`)}
                >
                  <View className={`ld-body ${styles.name}`}>{name}</View>
                  <View className={styles.track}>
                    <View
                      className={styles.bar}
                      style={{ width: `${Math.max(1, Math.floor((100 * n) / most))}%` }}
                    />
                  </View>
                  <View className={`ld-body ld-ink ${styles.share}`}>{percent(n, all)}</View>
                </View>
              ))}
            </Card>
          )
        }}
      </Answered>
    </Section>
  )
}
