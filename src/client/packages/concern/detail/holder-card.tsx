import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { DeadlineBadge } from '../../../components/deadline-badge'
import { StatusLadder } from '../../../components/status-ladder'
import { readable } from '../../../platform/accessible'
import { whyWords, detail as words } from '../../../texts/detail'
import type { ConcernDetail } from './concern-detail'
import styles from './detail.module.scss'
import { lastMove, passedLevels } from './story'

interface HolderCardProps {
  concern: ConcernDetail
  now: number
}

interface PromisedProps {
  promise: string
  since: number
  dueAt: number
  now: number
}

function Promised({ promise, ...deadline }: PromisedProps) {
  return (
    <View className={styles.promised}>
      <Text className="ld-sm ld-ink">{promise}</Text>
      <DeadlineBadge {...deadline} />
    </View>
  )
}

/** Until when, in words; the clock stands still while it is paused and while the reporter is asked. */
function Until({ concern, now }: HolderCardProps) {
  const { state, contactDueAt, dueAt, submittedAt: since, answerUntil } = concern
  if (state === 'closed') return null
  if (state === 'paused') {
    const why = words.holder.paused(concern.pauseReason, concern.pausedUntil, now)
    return <View className="ld-sm ld-ink">{why}</View>
  }
  if (answerUntil !== null) {
    return <View className="ld-sm ld-ink">{words.holder.answerUntil(concern.mine, answerUntil, now)}</View>
  }
  return (
    <View className={styles.promises}>
      {contactDueAt !== null && (
        <Promised
          promise={words.holder.contactBy(contactDueAt, now)}
          dueAt={contactDueAt}
          {...{ since, now }}
        />
      )}
      <Promised promise={words.holder.dueBy(dueAt, now)} dueAt={dueAt} {...{ since, now }} />
    </View>
  )
}

function Asked({ concern, now }: HolderCardProps) {
  const { extensionAsked, whistles, calendarAssumed, state } = concern
  return (
    <View className="ld-tight">
      {whistles.map(({ departmentId, name, arriveBy, arrivedAt }) => (
        <View key={departmentId} className="ld-sm">
          {arrivedAt === null
            ? words.holder.called(name, arriveBy, now)
            : words.holder.arrived(name, arrivedAt, now)}
        </View>
      ))}
      {extensionAsked && (
        <View className="ld-sm">
          {words.holder.extension(extensionAsked.until, extensionAsked.reason, now)}
        </View>
      )}
      {calendarAssumed && state !== 'closed' && <View className="ld-sm ld-help">{words.holder.assumed}</View>}
    </View>
  )
}

/** Who holds it, why there, until when. */
export function HolderCard({ concern, now }: HolderCardProps) {
  const { level, timeline, holder, state } = concern
  const move = lastMove(timeline)
  return (
    <Card>
      <View className={styles.cardHead}>
        <View className="ld-lg" {...readable('heading', undefined, { 'aria-level': 2 })}>
          {state === 'closed' ? words.holder.closedTitle : words.holder.title}
        </View>
        <View className="ld-sm ld-help">{holder}</View>
      </View>
      <StatusLadder now={level} passed={passedLevels(timeline, level)} why={move && whyWords(move, now)} />
      <Until concern={concern} now={now} />
      <Asked concern={concern} now={now} />
    </Card>
  )
}
