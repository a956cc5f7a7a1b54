import { Text, View } from '@tarojs/components'
import { FoldedPhotos } from '../../../components/before-after'
import { Card } from '../../../components/card'
import { categoryIcons } from '../../../components/concern-icons'
import { Face } from '../../../components/face'
import { Tag, type TagProps } from '../../../components/tag'
import { cardWords, categoryWords, stateWords } from '../../../texts/concern-words'
import { detail as words } from '../../../texts/detail'
import type { ConcernDetail } from './concern-detail'
import styles from './detail.module.scss'

interface HeadCardProps {
  concern: ConcernDetail
  now: number
}

/** Lamp: somebody answered. Pine: it is on its way. Quiet: it ended otherwise. */
function stateTag({ state, closing }: ConcernDetail): TagProps {
  if (state !== 'closed') return { words: stateWords[state], tone: 'mine' }
  const answered = closing === 'confirmed' || closing === 'silence'
  return {
    words: words.closed(closing),
    tone: answered ? 'lit' : 'quiet',
    icon: answered ? 'check' : undefined,
  }
}

function Tags({ concern }: { concern: ConcernDetail }) {
  const { severity } = concern
  return (
    <View className={styles.tags}>
      <Tag words={categoryWords[concern.category]} icon={categoryIcons[concern.category]} />
      <Tag {...stateTag(concern)} />
      {severity !== 'normal' && <Tag words={words.urgent[severity]} tone="soon" icon="alert" />}
      <Text className={styles.no}>{concern.no}</Text>
    </View>
  )
}

/** What it is, where, who said it and when, with the photos unless they stand beside those of the result. */
export function HeadCard({ concern, now }: HeadCardProps) {
  const { title, detail, reporter, submittedAt, placeLabel, endorsements, photos, outcome } = concern
  return (
    <Card>
      <Tags concern={concern} />
      <View className={`ld-xl ${styles.title}`}>{title}</View>
      {detail && <View className={`ld-body ${styles.text}`}>{detail}</View>}
      <View className={styles.reporter}>
        {concern.reporterAvatar && <Face url={concern.reporterAvatar} small />}
        <View className="ld-sm ld-help">{words.reportedBy(reporter, submittedAt, now)}</View>
      </View>
      {concern.helped && <View className="ld-sm ld-help">{words.helped[concern.helped]}</View>}
      {placeLabel && <View className="ld-sm ld-help">{placeLabel}</View>}
      {concern.visibility !== 'public' && <View className="ld-sm ld-help">{words.notPublic}</View>}
      {photos.length > 0 && !outcome?.photos.length && (
        <View className={styles.photos}>
          <FoldedPhotos photos={photos} />
        </View>
      )}
      {endorsements > 0 && (
        <View className={styles.endorsed}>
          <Tag words={cardWords.endorsed(endorsements)} tone="lit" icon="hand" />
          {concern.endorsed && <Text className="ld-sm ld-help">{words.iEndorsed}</Text>}
        </View>
      )}
    </Card>
  )
}
