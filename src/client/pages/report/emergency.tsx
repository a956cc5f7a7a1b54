import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { pressable } from '../../platform/accessible'
import { dial } from '../../platform/phone'
import { report } from '../../texts/report'
import styles from './emergency.module.scss'

const NUMBERS = ['110', '119', '120']

/** Nobody waits four hours for a fire: the telephone comes before the form. */
export function Emergency() {
  const { words, call, who } = report.emergency
  return (
    <View className={styles.line}>
      <View className={styles.words}>
        <Icon name="alert" />
        <Text>{words}</Text>
      </View>
      <View className={styles.numbers}>
        {NUMBERS.map((number) => (
          <View
            key={number}
            className={styles.number}
            {...pressable(() => dial(number), { label: `${call(number)}，${who[number]}` })}
          >
            <Text>{number}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
