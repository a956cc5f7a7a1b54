import { Text, View } from '@tarojs/components'
import { useSession } from '../../../stores/session'
import { plan } from '../../../texts/concerns'
import { planWords } from '../../../texts/plan'
import styles from './legend.module.scss'

function Mark({ kind, words }: { kind: string; words: string }) {
  return (
    <View className={styles.mark}>
      <View className={`${styles.house} ${kind}`} />
      <Text className="ld-sm">{words}</Text>
    </View>
  )
}

/** What the colours of the plan mean, in words. */
export function Legend() {
  const home = useSession((session) => session.me?.home)
  return (
    <View>
      <View className={styles.legend}>
        <Mark kind={styles.open ?? ''} words={planWords.legendOpen} />
        {home && <Mark kind={styles.mine ?? ''} words={planWords.legendMine} />}
      </View>
      <View className="ld-sm ld-help">{plan.help}</View>
    </View>
  )
}
