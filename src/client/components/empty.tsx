import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { readable } from '../platform/accessible'
import { isDark, useLook } from '../stores/look'
import styles from './empty.module.scss'
import { Picture } from './picture'
import { colours } from './plan-colours'

interface EmptyProps {
  title: string
  help?: string
  action?: ReactNode
}

/** Roofs and one lamp that is lit: the only picture without data. */
const drawing = (edge: string, lamp: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 64' fill='none' stroke='${edge}' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'><path d='M4 60h112M18 60V28h22v32M40 40h20v20M80 60V22h22v38M25 36h8M25 46h8M87 31h8M87 41h8M87 50h8M68 60V24a7 7 0 0 1 7-7'/><path d='M56 6v5M48 9l3 4M64 9l-3 4' stroke='${lamp}' stroke-width='2.5'/></svg>`,
  )}`

export function Empty({ title, help, action }: EmptyProps) {
  const { edge, lamp } = colours(useLook(isDark))
  return (
    <View className={styles.empty} {...readable('status')}>
      <Picture className={styles.picture} src={drawing(edge, lamp)} mode="scaleToFill" />
      <View className="ld-md ld-bold">{title}</View>
      {help && <View className="ld-sm ld-help">{help}</View>}
      {action && <View className={styles.action}>{action}</View>}
    </View>
  )
}
