import { View } from '@tarojs/components'
import styles from './icon.module.scss'
import type { IconName } from './icon-paths'

export interface IconProps {
  name: IconName
  size?: 16 | 20 | 24 | 28 | 32
}

/** WXML has no svg element: the line drawing is a mask, coloured by the text colour around it. */
export function Icon({ name, size = 24 }: IconProps) {
  return <View className={`${styles.icon} ${styles[`s${size}`]} ld-i-${name}`} />
}
