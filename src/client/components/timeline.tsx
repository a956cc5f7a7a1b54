import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { readable } from '../platform/accessible'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import styles from './timeline.module.scss'

export interface Happening {
  key: string | number
  icon: IconName
  /** Who or what kind, small. */
  kind: string
  when: string
  title: string
  note?: string
  /** done lies behind, now is what is being waited for, ahead is still to come. */
  stand?: 'done' | 'now' | 'ahead'
  more?: ReactNode
}

/** What happened, oldest first: a solid line behind, a dashed one ahead. */
export function Timeline({ happenings }: { happenings: Happening[] }) {
  return (
    <View {...readable('list')}>
      {happenings.map(({ key, icon, kind, when, title, note, stand = 'done', more }) => (
        <View key={key} className={`${styles.item} ${styles[stand]}`} {...readable('listitem')}>
          <View className={styles.node}>
            <Icon name={icon} size={20} />
          </View>
          <View className={styles.words}>
            <View className={styles.kind}>
              <View>{kind}</View>
              <View>{when}</View>
            </View>
            <View className="ld-md">{title}</View>
            {note && <View className="ld-sm ld-help">{note}</View>}
            {more}
          </View>
        </View>
      ))}
    </View>
  )
}
