import { View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import styles from './icon.module.scss'
import { ICON_PATHS, type IconName } from './icon-paths'

export interface IconProps {
  name: IconName
  size?: 16 | 20 | 24 | 28 | 32
}

const strokeOf = (name: IconName) => (name === 'more' ? 2.8 : 1.75)

const drawing = (name: IconName) =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='${strokeOf(name)}' stroke-linecap='round' stroke-linejoin='round'><path d='${ICON_PATHS[name]}'/></svg>`

const uris = new Map<IconName, string>()

const uriOf = (name: IconName): string => {
  const known = uris.get(name)
  if (known) return known
  const uri = `url("data:image/svg+xml,${encodeURIComponent(drawing(name))}")`
  uris.set(name, uri)
  return uri
}

/** WXML has no svg element: the line drawing is a mask, coloured by the text colour around it. */
export function Icon({ name, size = 24 }: IconProps) {
  const style = { '--icon': uriOf(name) } as CSSProperties
  return <View className={`${styles.icon} ${styles[`s${size}`]}`} style={style} />
}
