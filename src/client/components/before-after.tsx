import { View } from '@tarojs/components'
import { pressable } from '../platform/accessible'
import { photoAddress, showPhotos } from '../platform/media'
import { cardWords } from '../texts/concern-words'
import { photoWords } from '../texts/photos'
import styles from './before-after.module.scss'
import { Picture } from './picture'

interface Photo {
  id: string
  url: string
}

/** Photos folded into a row; a tap opens them all. */
export function FoldedPhotos({ photos }: { photos: Photo[] }) {
  const urls = photos.map((photo) => photoAddress(photo.url))
  return (
    <View className={styles.photos}>
      {urls.map((url, index) => (
        <View
          key={photos[index]?.id}
          className={styles.photo}
          {...pressable(() => showPhotos(urls, url), { label: photoWords.open(index + 1) })}
        >
          <Picture className={styles.image} src={url} mode="aspectFill" lazyLoad />
        </View>
      ))}
    </View>
  )
}

function Side({ words, photos }: { words: string; photos: Photo[] }) {
  return (
    <View className="ld-grow">
      <View className={styles.words}>{words}</View>
      {photos.length > 0 ? (
        <FoldedPhotos photos={photos} />
      ) : (
        <View className={styles.none}>{cardWords.noPhoto}</View>
      )}
    </View>
  )
}

/** 之前 and 之后 side by side: what the street says it did, for everyone to compare. */
export function BeforeAfter({ before, after }: { before: Photo[]; after: Photo[] }) {
  return (
    <View className={styles.pair}>
      <Side words={cardWords.before} photos={before} />
      <Side words={cardWords.after} photos={after} />
    </View>
  )
}
