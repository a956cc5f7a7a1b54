import { Text, View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { pressable, readable } from '../platform/accessible'
import { photoAddress, showPhotos } from '../platform/media'
import { cardWords } from '../texts/concern-words'
import { photoWords } from '../texts/photos'
import styles from './before-after.module.scss'
import { Picture } from './picture'

type Photo = OutputOf<'concerns.get'>['photos'][number]

/** Stands where a picture is that this reader may not see, or not yet. */
function NotShown({ state }: Pick<Photo, 'state'>) {
  const words = state === 'refused' ? photoWords.notShown : photoWords.checking
  return (
    <View className={styles.photo} {...readable('img', words)}>
      <View className={styles.none}>{words}</View>
    </View>
  )
}

/** Photos folded into a row; a tap opens them all. Who sees one that others do not is told so on it. */
export function FoldedPhotos({ photos }: { photos: Photo[] }) {
  const urls: string[] = []
  for (const { url } of photos) if (url !== null) urls.push(photoAddress(url))
  return (
    <View className={styles.photos}>
      {photos.map(({ id, url, state }, index) => {
        if (url === null) return <NotShown key={id} state={state} />
        const src = photoAddress(url)
        const label = joinWords(photoWords.open(index + 1), photoWords.onlyYou[state])
        return (
          <View key={id} className={styles.photo} {...pressable(() => showPhotos(urls, src), { label })}>
            <Picture className={styles.image} src={src} mode="aspectFill" lazyLoad />
            {photoWords.onlyYou[state] && <Text className={styles.state}>{photoWords.onlyYou[state]}</Text>}
          </View>
        )
      })}
    </View>
  )
}

const joinWords = (...words: string[]): string => words.filter(Boolean).join('，')

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
