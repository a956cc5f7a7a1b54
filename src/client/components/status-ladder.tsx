import { Text, View } from '@tarojs/components'
import type { Level } from '#core/grids/grid'
import { readable } from '../platform/accessible'
import { ladderWords, levelWords } from '../texts/concern-words'
import { Icon } from './icon'
import styles from './status-ladder.module.scss'

interface StatusLadderProps {
  /** Who holds it now. */
  now: Level
  /** Levels it has already gone through. */
  passed: readonly Level[]
  /** Why it stands there, one sentence. */
  why?: string
}

const NEAR_TO_FAR: readonly Level[] = [3, 2, 1, 0]

type Stand = 'passed' | 'now' | 'ahead'

const standOf = (level: Level, { now, passed }: StatusLadderProps): Stand => {
  if (level === now) return 'now'
  return passed.includes(level) ? 'passed' : 'ahead'
}

function Step({ level, stand }: { level: Level; stand: Stand }) {
  return (
    <View className={`${styles.step} ${styles[stand]}`}>
      <View className={styles.dot}>
        {stand === 'passed' && <Icon name="check" size={16} />}
        {stand === 'now' && <Icon name="building" size={16} />}
      </View>
      <Text className={styles.words}>{levelWords[level]}</Text>
    </View>
  )
}

/** 片区 网格 社区 街道: where a concern went and who holds it now. */
export function StatusLadder(props: StatusLadderProps) {
  const said = NEAR_TO_FAR.map((level) => `${levelWords[level]}${ladderWords[standOf(level, props)]}`)
  const label = `${ladderWords.label(levelWords[props.now])}。${said.join('，')}`
  return (
    <View>
      <View className={styles.ladder} {...readable('img', label)}>
        {NEAR_TO_FAR.map((level) => (
          <Step key={level} level={level} stand={standOf(level, props)} />
        ))}
      </View>
      {props.why && <View className={styles.why}>{props.why}</View>}
    </View>
  )
}
