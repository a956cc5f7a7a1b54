import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { readable } from '../platform/accessible'
import { common } from '../texts/common'
import styles from './field.module.scss'
import { Icon } from './icon'

interface FieldProps {
  id: string
  label: string
  hint?: string
  /** What is wrong with it, said beside it. */
  error?: string
  optional?: boolean
  children: ReactNode
}

export const problemIdOf = (id: string): string => `${id}-problem`

/** Label, control, and either a hint or the sentence that says what to change. */
export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  return (
    <View className={styles.field}>
      <View className={styles.head}>
        <View className="ld-md ld-bold">{label}</View>
        {optional && <View className="ld-xs ld-help">{common.optional}</View>}
      </View>
      {children}
      {hint && !error && <View className={styles.hint}>{hint}</View>}
      {error && (
        <View id={problemIdOf(id)} className={styles.error} {...readable('alert')}>
          <Icon name="alert" size={16} />
          <View>{error}</View>
        </View>
      )}
    </View>
  )
}
