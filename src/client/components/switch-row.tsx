import { View } from '@tarojs/components'
import { pressable } from '../platform/accessible'
import styles from './switch-row.module.scss'

interface SwitchRowProps {
  title: string
  help?: string
  on: boolean
  onChange: (on: boolean) => void
}

/** The whole row is the switch: a large target, one name, one state. */
export function SwitchRow({ title, help, on, onChange }: SwitchRowProps) {
  const label = help ? `${title}，${help}` : title
  return (
    <View className={styles.row} {...pressable(() => onChange(!on), { role: 'switch', label, chosen: on })}>
      <View className="ld-grow">
        <View className="ld-md">{title}</View>
        {help && <View className="ld-sm ld-help">{help}</View>}
      </View>
      <View className={`${styles.track} ${on ? styles.on : ''}`}>
        <View className={styles.knob} />
      </View>
    </View>
  )
}
