import { View } from '@tarojs/components'
import { Picture } from '../../components/picture'
import { photoAddress } from '../../platform/media'
import styles from './lists.module.scss'

interface PhotoRowProps {
  photos: { id: string; url: string }[]
  /** What the picture of this place, from 1, shows. */
  say: (place: number) => string
}

export function PhotoRow({ photos, say }: PhotoRowProps) {
  return (
    <View className={styles.photos}>
      {photos.map(({ id, url }, at) => (
        <Picture
          key={id}
          className={styles.photo}
          src={photoAddress(url)}
          mode="widthFix"
          lazyLoad
          words={say(at + 1)}
        />
      ))}
    </View>
  )
}
