import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Tag } from '../../../components/tag'
import { readable } from '../../../platform/accessible'
import { mineWords, shiftWords, task as words } from '../../../texts/volunteers'
import styles from './task.module.scss'
import type { MineView, ShiftView } from './task-view'

interface ShiftCardProps {
  shift: ShiftView
  mine: MineView[]
  now: number
  onJoin: () => void
  onGuest: () => void
  onMine: (mine: MineView) => void
}

const isJoinable = ({ state, startsAt }: ShiftView, now: number): boolean =>
  state === 'open' && now < startsAt

/** One stretch of a task: who is missing, and what the reader can do about it. */
export function ShiftCard({ shift, mine, now, onJoin, onGuest, onMine }: ShiftCardProps) {
  const own = mine.find(({ guest }) => guest === null)
  const full = shift.taken >= shift.capacity
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-row ld-between ld-wrap">
          <View className="ld-md ld-grow">{shiftWords(shift, now)}</View>
          {shift.state === 'cancelled' && <Tag words={words.called} />}
        </View>
        <View className={styles.bar} {...readable('img', words.taken(shift))}>
          <View
            className={styles.fill}
            style={{ width: `${Math.floor((100 * shift.taken) / shift.capacity)}%` }}
          />
        </View>
        <View className="ld-sm ld-help">{words.taken(shift)}</View>
        {shift.minimum > 0 && <View className="ld-sm ld-help">{words.minimum(shift.minimum)}</View>}
        {mine.map((one) => (
          <AppButton key={one.id} kind="soft" wide onPress={() => onMine(one)}>
            {mineWords(one)}
          </AppButton>
        ))}
        {isJoinable(shift, now) && !own && (
          <AppButton wide onPress={onJoin}>
            {full ? words.queue : words.join}
          </AppButton>
        )}
        {isJoinable(shift, now) && (
          <AppButton kind="line" size="small" onPress={onGuest}>
            {words.guest}
          </AppButton>
        )}
      </View>
    </Card>
  )
}
