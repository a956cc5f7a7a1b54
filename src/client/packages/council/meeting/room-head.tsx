import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { readable } from '../../../platform/accessible'
import { clockWords, momentWords } from '../../../texts/dates'
import { meetings, room as words } from '../../../texts/meetings'
import styles from './meeting.module.scss'
import type { Live, Room } from './use-live'

/** Longer than this without an answer, and the reader is told. Milliseconds. */
const SILENT = 6_000

/** 断开，正在重连: what stands below is of so many seconds ago, and nobody is led to believe otherwise. */
export function Freshness({ live, now }: { live: Live; now: number }) {
  const age = Math.max(0, now - live.at)
  const lost = live.failure !== undefined || age > SILENT
  if (!lost || live.room === undefined) return null
  return (
    <Card>
      <View className="ld-row ld-between ld-wrap" {...readable('status')}>
        <View className="ld-md ld-brick">{words.lost}</View>
        <View className="ld-sm ld-help">{words.age(Math.round(age / 1_000))}</View>
      </View>
    </Card>
  )
}

/** How many units are here against how many it takes: live, for everybody. */
export function RoomHead({ room, now }: { room: Room; now: number }) {
  const { present, quorum, units, unitKind, mine, presiding } = room
  const share = (many: number) => `${Math.min(100, (many * 100) / Math.max(1, units))}%`
  const here = mine.filter((one) => one.signedAt !== null)
  return (
    <Card kind="night">
      <View className="ld-row ld-between ld-wrap">
        <View className={styles.quiet}>{`${meetings.name(room.no, unitKind)}，${room.venue}`}</View>
        {presiding && <View className={styles.quiet}>{words.presiding(presiding)}</View>}
      </View>
      {room.state === 'in_session' ? (
        <View>
          <Text className={styles.number}>{present}</Text>
          <Text className={styles.said}>{words.here(room)}</Text>
        </View>
      ) : (
        <View className={styles.said}>{words.starts(momentWords(room.startsAt, now))}</View>
      )}
      <View className={styles.bar} {...readable('img', words.bar(room))}>
        <View className={styles.fill} style={{ width: share(present) }} />
        <View className={styles.tick} style={{ left: share(quorum) }} />
      </View>
      <View className="ld-row ld-between ld-wrap">
        <View className={styles.quiet}>{words.quorum(quorum, unitKind)}</View>
        <View className={styles.quiet}>{words.all(units, unitKind)}</View>
      </View>
      {here.map(({ unitId, label, signedAt, here: isHere }) => (
        <View key={unitId} className={styles.chip}>
          {isHere ? words.signedAt(label, clockWords(signedAt ?? 0)) : words.left(label)}
        </View>
      ))}
    </Card>
  )
}
