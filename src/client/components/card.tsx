import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pressable } from '../platform/accessible'
import styles from './card.module.scss'

interface CardProps {
  children: ReactNode
  /** night: the panel of a decision everybody shares. lamp: the same matter was told before. */
  kind?: 'plain' | 'night' | 'lamp'
  onPress?: () => void
  label?: string
}

export function Card({ children, kind = 'plain', onPress, label }: CardProps) {
  return (
    <View className={`${styles.card} ${styles[kind]}`} {...(onPress && pressable(onPress, { label }))}>
      {children}
    </View>
  )
}
