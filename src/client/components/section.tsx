import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pressable, readable } from '../platform/accessible'
import { Icon } from './icon'
import styles from './section.module.scss'

interface SectionProps {
  title: string
  /** A quiet way to the whole list, or a fact about it. */
  aside?: string
  onAside?: () => void
  children: ReactNode
}

export function Section({ title, aside, onAside, children }: SectionProps) {
  return (
    <View className={styles.section}>
      <View className={styles.head}>
        <View className="ld-lg" {...readable('heading', undefined, { 'aria-level': 2 })}>
          {title}
        </View>
        {aside && (
          <View
            className={styles.aside}
            {...(onAside && pressable(onAside, { label: `${title}，${aside}` }))}
          >
            <Text>{aside}</Text>
            {onAside && <Icon name="right" size={16} />}
          </View>
        )}
      </View>
      {children}
    </View>
  )
}
