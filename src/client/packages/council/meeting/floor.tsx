import { View } from '@tarojs/components'
import { waitFor } from '#core/council/meeting/room'
import { Card } from '../../../components/card'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { readable } from '../../../platform/accessible'
import { sideWords } from '../../../texts/council'
import { clockDigits, waitWords, room as words } from '../../../texts/meetings'
import styles from './meeting.module.scss'
import type { Room } from './use-live'

type Floor = NonNullable<Room['floor']>

/** The big clock: who speaks, where he stands, how long he still has. `now`: the server's. */
export function Speaker({ room, floor, now }: { room: Room; floor: Floor; now: number }) {
  const { speaker } = floor
  if (!speaker) return null
  // While a point of order is open his time stands still.
  const left = Math.max(0, speaker.until - (room.point?.at ?? now))
  const share = Math.min(100, Math.round((left * 100) / (room.secondsEach * 1_000)))
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-row ld-between ld-wrap">
          <View className="ld-xl">{words.speaking(speaker.label)}</View>
          <Tag words={sideWords[speaker.side]} tone={speaker.side === 'for' ? 'mine' : 'quiet'} />
        </View>
        <View className={styles.clock} {...readable('timer')}>
          {clockDigits(left)}
        </View>
        <View className={styles.time}>
          <View
            className={`${styles.gone} ${left === 0 ? styles.over : ''}`}
            style={{ width: `${left === 0 ? 100 : share}%` }}
          />
        </View>
        {room.point && <View className="ld-body">{words.paused}</View>}
        {!room.point && left === 0 && <View className="ld-md ld-brick">{words.over}</View>}
        {speaker.warned && <View className="ld-sm ld-help">{words.warned}</View>}
      </View>
    </Card>
  )
}

export function Queue({ room, floor, now }: { room: Room; floor: Floor; now: number }) {
  const own = (unitId: string) => room.mine.some((one) => one.unitId === unitId)
  const until = floor.speaker?.until ?? null
  const wait = (ahead: number) => waitWords(waitFor({ until, ahead, seconds: room.secondsEach }, now))
  return (
    <Section title={words.queue} aside={words.queueHelp}>
      <Card>
        {floor.queue.length === 0 && <View className="ld-body ld-help">{words.queueEmpty}</View>}
        {floor.queue.map(({ unitId, label, side, times }, at) => (
          <View key={unitId} className={`ld-row ld-between ${styles.line} ${own(unitId) ? styles.own : ''}`}>
            <View className="ld-row ld-grow">
              <View className="ld-md">{String(at + 1)}</View>
              <View className="ld-md">{own(unitId) ? words.mine(label) : label}</View>
            </View>
            <Tag words={sideWords[side]} />
            <View className="ld-sm ld-help">
              {own(unitId) ? words.yourPlace(at + 1, wait(at)) : words.turn(times)}
            </View>
          </View>
        ))}
        {floor.wanting > 0 && (
          <View className="ld-sm ld-help">
            {words.wanting(floor.wanting, floor.wantNeeded, room.unitKind)}
          </View>
        )}
      </Card>
    </Section>
  )
}
