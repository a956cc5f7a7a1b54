import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Icon } from '../../../components/icon'
import { pressable } from '../../../platform/accessible'
import { dial } from '../../../platform/phone'
import { seatOf, board as words } from '../../../texts/heads'
import styles from './board.module.scss'

type Shown = OutputOf<'places.board'>['seats'][number]

function Vacant({ name }: { name: string }) {
  return (
    <View className={`${styles.seat} ${styles.vacant}`}>
      <View className="ld-sm ld-help">{name}</View>
      <View className="ld-md">{words.vacant}</View>
    </View>
  )
}

interface HolderProps {
  seat: { name: string; duty: string }
  holder: Shown['holders'][number]
}

function Holder({ seat, holder: { name, phone } }: HolderProps) {
  const label = words.call(seat.name, name)
  return (
    <View className={styles.seat}>
      <View className="ld-sm ld-help">{seat.name}</View>
      <View className={styles.holder}>
        <View className={styles.face}>{words.initial(name)}</View>
        <View className="ld-md ld-bold ld-grow">{name}</View>
        {phone && (
          <View className={styles.call} {...pressable(() => dial(phone), { label })}>
            <Icon name="phone" />
          </View>
        )}
      </View>
      <View className="ld-sm ld-help">{seat.duty}</View>
    </View>
  )
}

/** One of the eight: who holds it, or that it is empty. A grid may have several 网格员. */
export function SeatCards({ seat, holders }: Shown) {
  const about = seatOf(seat)
  if (holders.length === 0) return <Vacant name={about.name} />
  return (
    <>
      {holders.map((holder) => (
        <Holder key={holder.name} seat={about} holder={holder} />
      ))}
    </>
  )
}
