import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pressable, readable } from '../platform/accessible'
import { frame } from '../platform/device'
import { goBack } from '../platform/navigate'
import { common } from '../texts/common'
import { Icon } from './icon'
import styles from './nav-bar.module.scss'

interface NavBarProps {
  title: string
  inner: boolean
  lead?: ReactNode
  onBack?: () => void
}

/** WeChat's own bar is off and a browser has none: every page draws its bar and its way back. */
export function NavBar({ title, inner, lead, onBack = goBack }: NavBarProps) {
  const room = { paddingRight: `${frame().capsule}px` }
  if (!inner) {
    return (
      <View className={styles.bar} style={room}>
        {lead ?? (
          <View className={styles.big} {...readable('heading', undefined, { 'aria-level': 1 })}>
            {title}
          </View>
        )}
      </View>
    )
  }
  return (
    <View className={styles.bar}>
      <View className={styles.back} {...pressable(onBack, { label: common.back })}>
        <Icon name="left" />
      </View>
      <View className={styles.title} {...readable('heading', undefined, { 'aria-level': 1 })}>
        {title}
      </View>
    </View>
  )
}
