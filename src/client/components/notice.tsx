import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { readable } from '../platform/accessible'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import styles from './notice.module.scss'

interface NoticeProps {
  title: string
  help?: string
  icon?: IconName
  /** The next step. */
  action?: ReactNode
  /** Read at once by a screen reader: something was refused. */
  urgent?: boolean
}

/** A card in place of what was asked for: what is the matter, what to do next. */
export function Notice({ title, help, icon, action, urgent }: NoticeProps) {
  return (
    <View className={styles.notice} {...readable(urgent ? 'alert' : 'status')}>
      {icon && (
        <View className={styles.tile}>
          <Icon name={icon} />
        </View>
      )}
      <View className={styles.words}>
        <View className="ld-md ld-bold">{title}</View>
        {help && <View className="ld-sm ld-help">{help}</View>}
      </View>
      {action}
    </View>
  )
}
