import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { readable } from '../../platform/accessible'
import { report } from '../../texts/report'
import styles from './steps.module.scss'

/** Three short steps, always in sight: what is done has a tick, the present one is pine. */
export function Steps({ now }: { now: number }) {
  return (
    <View className={styles.steps} {...readable('img', report.steps.label(now))}>
      {report.steps.names.map((name, index) => (
        <View key={name} className={`${styles.step} ${index < now ? styles.reached : ''}`}>
          <View className={styles.line} />
          <View className={styles.name}>
            {index + 1 < now && (
              <View className={styles.tick}>
                <Icon name="check" size={16} />
              </View>
            )}
            <Text>{`${index + 1} ${name}`}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
