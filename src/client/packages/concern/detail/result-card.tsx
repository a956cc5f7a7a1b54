import { View } from '@tarojs/components'
import { BeforeAfter } from '../../../components/before-after'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import type { IconName } from '../../../components/icon-paths'
import { readable } from '../../../platform/accessible'
import { go } from '../../../platform/navigate'
import { detail as words } from '../../../texts/detail'
import type { ConcernDetail } from './concern-detail'
import styles from './detail.module.scss'
import { checkedBy } from './story'

interface ResultCardProps {
  concern: ConcernDetail
  now: number
}

function Claim({ icon, said, note }: { icon: IconName; said: string; note?: string | null }) {
  return (
    <View className={styles.claim}>
      <View className={styles.claimIcon}>
        <Icon name={icon} size={20} />
      </View>
      <View className="ld-grow">
        <View className="ld-md">{said}</View>
        {note && <View className="ld-sm ld-help">{note}</View>}
      </View>
    </View>
  )
}

/** A closed matter keeps in its story who had looked at the result. */
function Checked({ concern }: { concern: ConcernDetail }) {
  const checker = checkedBy(concern.timeline)
  if (checker) return <Claim icon="shield" said={words.result.checked(checker)} />
  return concern.state === 'resolved' ? <Claim icon="shield" said={words.result.unchecked} /> : null
}

/** The reporter's own word on it, or that it is still missing. */
function Answer({ concern }: { concern: ConcernDetail }) {
  const { closing, rating, ratingWords } = concern
  if (closing === 'confirmed') {
    const said = words.result.confirmed(rating ? words.rate.choices[rating] : '')
    return <Claim icon="checkc" said={said} note={ratingWords} />
  }
  if (closing === 'silence') return <Claim icon="clock" said={words.result.silence} />
  return <Claim icon="clock" said={words.result.unconfirmed(concern.mine)} />
}

/** Ended without a result: withdrawn, merged, declined, refused for its words. */
function Ended({ concern }: { concern: ConcernDetail }) {
  const { mergedInto } = concern
  return (
    <Card>
      <Claim icon="flag" said={words.ended(concern.closing)} note={concern.closingNote} />
      {mergedInto && (
        <AppButton kind="soft" onPress={() => go('concern', { id: mergedInto })}>
          {words.merged}
        </AppButton>
      )}
    </Card>
  )
}

/** Who says it is fixed, who has looked, what the reporter says; the photos side by side for everyone. */
export function ResultCard({ concern, now }: ResultCardProps) {
  const { outcome, photos, closing } = concern
  if (!outcome) return closing ? <Ended concern={concern} /> : null
  const says = outcome.kind === 'fixed' ? words.result.says : words.result.explains
  return (
    <Card>
      <View className="ld-lg" {...readable('heading', undefined, { 'aria-level': 2 })}>
        {words.result.title}
      </View>
      {outcome.photos.length > 0 && (
        <View className={styles.photos}>
          <BeforeAfter before={photos} after={outcome.photos} />
        </View>
      )}
      <Claim icon="flag" said={says(outcome.by, outcome.at, now)} note={outcome.note} />
      <Checked concern={concern} />
      <Answer concern={concern} />
    </Card>
  )
}
