import { View } from '@tarojs/components'
import type { Me } from '../../../stores/session'
import { officeWords } from '../../../texts/staff'
import styles from './queue.module.scss'

/** Who I am and in which offices: several for a head of two buildings, each said once. */
export function StaffHead({ me }: { me: Me }) {
  const offices = me.offices.map(officeWords).filter(Boolean)
  const different = offices.filter((office, index) => offices.indexOf(office) === index)
  return (
    <View className={styles.head}>
      <View className={styles.initial}>{me.name.slice(0, 1)}</View>
      <View className="ld-grow">
        <View className="ld-md ld-bold">{me.name}</View>
        {different.map((office) => (
          <View key={office} className="ld-sm ld-help">
            {office}
          </View>
        ))}
      </View>
    </View>
  )
}
