import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../../components/icon'
import { readable } from '../../platform/accessible'
import type { FieldName } from './check'
import styles from './part.module.scss'

export const partIdOf = (name: FieldName): string => `report-${name.replace('.', '-')}`

interface PartProps {
  name: FieldName
  title: string
  /** What is chosen so far, at the right. */
  aside?: string
  error?: string
  children: ReactNode
}

/** One question of the second page, with the sentence that says what is still missing. */
export function Part({ name, title, aside, error, children }: PartProps) {
  return (
    <View id={partIdOf(name)} className={styles.part}>
      <View className={styles.head}>
        <View className="ld-xl" {...readable('heading', undefined, { 'aria-level': 2 })}>
          {title}
        </View>
        {aside && <View className={styles.aside}>{aside}</View>}
      </View>
      {children}
      {error && (
        <View className={styles.error} {...readable('alert')}>
          <Icon name="alert" size={16} />
          <View>{error}</View>
        </View>
      )}
    </View>
  )
}
