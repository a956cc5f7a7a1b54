import { Text, View } from '@tarojs/components'
import { levelOf } from '#core/grids/grid'
import { AppButton } from '../../components/button'
import { Card } from '../../components/card'
import { Section } from '../../components/section'
import { go } from '../../platform/navigate'
import { home } from '../../texts/home'
import styles from './home.module.scss'
import type { HomeAnswer } from './home-answer'

interface GridCardProps {
  shown: HomeAnswer
  guest: boolean
  onList: () => void
}

function Figure({ number, words, late }: { number: number; words: string; late?: boolean }) {
  return (
    <View className="ld-grow">
      <Text className={late ? `${styles.figure} ${styles.late}` : styles.figure}>{number}</Text>
      <Text className="ld-sm ld-help">{words}</Text>
    </View>
  )
}

/** The grid one lives in: how much is open, how much late, and the ways to see which. */
export function GridCard({ shown: { grid, open, overdue }, guest, onList }: GridCardProps) {
  const estateId = grid.estateId ?? undefined
  const hasBoard = levelOf(grid.gridPath) === 2
  return (
    <Section
      title={guest ? home.grid.guestTitle : home.grid.title}
      aside={grid.name}
      onAside={hasBoard ? () => go('board', { grid: grid.gridPath }) : undefined}
    >
      <Card>
        <View className={styles.figures}>
          <Figure number={open} words={home.grid.open} />
          <Figure number={overdue} words={home.grid.overdue} late={overdue > 0} />
        </View>
        <View className={styles.ways}>
          <AppButton kind="soft" icon="pin" wide onPress={() => go('plan', { estateId })}>
            {home.grid.plan}
          </AppButton>
          <AppButton kind="soft" icon="list" wide onPress={onList}>
            {home.grid.list}
          </AppButton>
        </View>
      </Card>
    </Section>
  )
}
