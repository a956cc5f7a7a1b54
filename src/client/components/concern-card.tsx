import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputOf } from '#contracts/operations'
import type { State } from '#core/concerns/concern'
import { pressable } from '../platform/accessible'
import { photoAddress } from '../platform/media'
import { cardWords, categoryWords, stateWords } from '../texts/concern-words'
import { leftWords } from '../texts/dates'
import styles from './concern-card.module.scss'
import { categoryIcons } from './concern-icons'
import { DeadlineBadge } from './deadline-badge'
import { Icon } from './icon'
import { Picture } from './picture'
import { Tag } from './tag'

export type ConcernRow = OutputOf<'concerns.list'>['items'][number]

interface ConcernCardProps {
  concern: ConcernRow
  now: number
  onPress: () => void
  /** One next action instead of the picture. */
  end?: ReactNode
  /** The one fact under the title; place and state by default. */
  fact?: string
}

const factOf = ({ placeLabel, state }: ConcernRow) =>
  [placeLabel, stateWords[state]].filter(Boolean).join('，')

const dueOf = ({ contactDueAt, dueAt }: ConcernRow) => contactDueAt ?? dueAt

/** While it is paused, and while somebody looks at the result, the promise of time stands still. */
const RUNNING: readonly State[] = ['submitted', 'accepted', 'in_progress', 'awaiting_department']
const isRunning = ({ state }: ConcernRow): boolean => RUNNING.includes(state)

const labelOf = (concern: ConcernRow, fact: string, now: number) => {
  const due = isRunning(concern) ? leftWords(dueOf(concern), now) : undefined
  return [categoryWords[concern.category], concern.title, fact, due].filter(Boolean).join('，')
}

function Marks({ concern, now }: { concern: ConcernRow; now: number }) {
  const { submittedAt, endorsements } = concern
  if (!isRunning(concern) && endorsements === 0) return null
  return (
    <View className={styles.marks}>
      {isRunning(concern) && <DeadlineBadge since={submittedAt} dueAt={dueOf(concern)} now={now} />}
      {endorsements > 0 && <Tag words={cardWords.endorsed(endorsements)} tone="lit" icon="hand" />}
    </View>
  )
}

/** One concern in any list: what, where and how far, until when. */
export function ConcernCard({ concern, now, onPress, end, fact = factOf(concern) }: ConcernCardProps) {
  return (
    <View className={styles.card}>
      <View
        className={styles.row}
        {...pressable(onPress, { role: 'link', label: labelOf(concern, fact, now) })}
      >
        <View className={styles.tile}>
          <Icon name={categoryIcons[concern.category]} />
        </View>
        <View className="ld-grow">
          <View className={styles.top}>
            <View className="ld-grow">
              <View className={`ld-md ${styles.title} ${end ? styles.narrow : ''}`}>{concern.title}</View>
              <View className="ld-sm ld-help">{fact}</View>
            </View>
            {!end && concern.thumb && (
              <Picture
                className={styles.thumb}
                src={photoAddress(concern.thumb)}
                mode="aspectFill"
                lazyLoad
              />
            )}
          </View>
          <Marks concern={concern} now={now} />
        </View>
      </View>
      {end && <View className={styles.end}>{end}</View>}
    </View>
  )
}
