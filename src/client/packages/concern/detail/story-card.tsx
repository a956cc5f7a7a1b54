import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import type { IconName } from '../../../components/icon-paths'
import { Timeline } from '../../../components/timeline'
import { readable } from '../../../platform/accessible'
import { momentWords } from '../../../texts/dates'
import { detail as words } from '../../../texts/detail'
import { type Happening, happeningWords } from '../../../texts/timeline'
import type { ConcernDetail } from './concern-detail'
import styles from './detail.module.scss'

interface StoryCardProps {
  concern: ConcernDetail
  now: number
}

const icons: Record<Happening['kind'], IconName> = {
  submit: 'report',
  release: 'check',
  reject_content: 'x',
  accept: 'hand',
  decline: 'x',
  merge: 'pair',
  contact: 'phone',
  start: 'right',
  escalate: 'up',
  delegate: 'down',
  whistle: 'bell',
  arrive: 'users',
  pause: 'clock',
  resume: 'right',
  ask_extension: 'calendar',
  answer_extension: 'calendar',
  resolve: 'flag',
  verify: 'shield',
  return: 'refresh',
  confirm: 'checkc',
  reopen: 'refresh',
  withdraw: 'minus',
  lapse: 'checkc',
}

/** Everything that happened, oldest first; the last line is where it stands while it is open. */
export function StoryCard({ concern, now }: StoryCardProps) {
  const last = concern.timeline.length - 1
  const lines = concern.timeline.map((one, index) => ({
    key: one.seq,
    icon: icons[one.kind],
    kind: one.by,
    when: momentWords(one.at, now),
    title: happeningWords(one, now),
    note: one.detail.note || undefined,
    stand: index === last && concern.state !== 'closed' ? ('now' as const) : ('done' as const),
  }))
  return (
    <Card>
      <View className={`ld-lg ${styles.storyTitle}`} {...readable('heading', undefined, { 'aria-level': 2 })}>
        {words.story}
      </View>
      <Timeline happenings={lines} />
    </Card>
  )
}
