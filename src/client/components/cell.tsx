import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pressable } from '../platform/accessible'
import styles from './cell.module.scss'
import { Icon } from './icon'
import type { IconName } from './icon-paths'

interface CellProps {
  title: string
  help?: string
  icon?: IconName
  /** A fact, a tag or a button at the right. */
  end?: ReactNode
  onPress?: () => void
}

/** One row of a card: title, second line, and what it leads to. */
export function Cell({ title, help, icon, end, onPress }: CellProps) {
  return (
    <View
      className={styles.cell}
      {...(onPress && pressable(onPress, { label: help ? `${title}，${help}` : title }))}
    >
      {icon && (
        <View className={styles.tile}>
          <Icon name={icon} />
        </View>
      )}
      <View className="ld-grow">
        <View className="ld-md">{title}</View>
        {help && <View className="ld-sm ld-help">{help}</View>}
      </View>
      {end && <View className={styles.end}>{end}</View>}
      {onPress && <Icon name="right" size={16} />}
    </View>
  )
}
