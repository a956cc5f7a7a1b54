import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { pressable, readable } from '../../platform/accessible'
import { FIRST_TILES, OTHER_TILES, type Tile } from '../../texts/categories'
import { report } from '../../texts/report'
import { Emergency } from './emergency'
import styles from './what.module.scss'

interface WhatProps {
  onChoose: (tile: Tile) => void
}

function Square({ tile, large, onChoose }: WhatProps & { tile: Tile; large?: boolean }) {
  return (
    <View
      className={`${styles.tile} ${large ? styles.large : ''}`}
      {...pressable(() => onChoose(tile), { label: tile.name })}
    >
      <View className={styles.icon}>
        <Icon name={tile.icon} size={large ? 32 : 28} />
      </View>
      <Text className={styles.name}>{tile.name}</Text>
    </View>
  )
}

/** Step 1: one tap goes straight on. */
export function What({ onChoose }: WhatProps) {
  return (
    <View>
      <Emergency />
      <View className="ld-xl" {...readable('heading', undefined, { 'aria-level': 2 })}>
        {report.what.question}
      </View>
      <View className={`${styles.grid} ${styles.first}`}>
        {FIRST_TILES.map((tile) => (
          <Square key={tile.key} tile={tile} large onChoose={onChoose} />
        ))}
      </View>
      <View className={styles.grid}>
        {OTHER_TILES.filter(({ key }) => key !== 'other').map((tile) => (
          <Square key={tile.key} tile={tile} onChoose={onChoose} />
        ))}
      </View>
    </View>
  )
}
