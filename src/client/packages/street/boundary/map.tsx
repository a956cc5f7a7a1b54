import { type ITouchEvent, View } from '@tarojs/components'
import type { Corner } from '#core/grids/boundary'
import { cornerAt, type MapFrame } from '#core/grids/map'
import { Picture } from '../../../components/picture'
import { colours } from '../../../components/plan-colours'
import { readable } from '../../../platform/accessible'
import { spotWithin } from '../../../platform/touch'
import { isDark, useLook } from '../../../stores/look'
import { boundaryDrawing, type Drawn, heightOf } from './drawing'
import styles from './map.module.scss'

const PICTURE = 'grid-map'

interface GridMapProps extends Drawn {
  frame: MapFrame
  /** The same in words. */
  words: string
  onCorner?: (corner: Corner) => void
}

/** A grid from above, drawn by ourselves: no map of somebody else's is asked about our houses. */
export function GridMap({ frame, words, onCorner, ...drawn }: GridMapProps) {
  const ink = colours(useLook(isDark))
  const tapped = async (event: ITouchEvent) => {
    const spot = await spotWithin(PICTURE, event)
    if (spot) onCorner?.(cornerAt(frame, spot))
  }
  return (
    <View className={styles.frame} style={{ paddingTop: `${(heightOf(frame) / 320) * 100}%` }}>
      <View
        id={PICTURE}
        className={styles.picture}
        {...(onCorner && { onClick: tapped })}
        {...readable('img', words)}
      >
        <Picture
          className={styles.image}
          src={`data:image/svg+xml,${encodeURIComponent(boundaryDrawing(frame, drawn, ink))}`}
        />
      </View>
    </View>
  )
}
