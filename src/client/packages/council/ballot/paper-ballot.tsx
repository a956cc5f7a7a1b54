import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../../../components/icon'
import { pressable, readable } from '../../../platform/accessible'
import { ballot as words } from '../../../texts/council'
import { saidWords, paper as texts } from '../../../texts/elections'
import type { BallotView } from '../motion/motion-view'
import styles from './ballot.module.scss'

export type PaperView = NonNullable<BallotView['slate']>
type Said = BallotView['mine'][number]['choice']

interface PaperProps {
  label: string
  slate: PaperView
  /** What lies in the box now, where the poll is open and something does. */
  now: Said
  chosen: readonly string[] | undefined
  onChoose: (chosen: string[]) => void
}

/** One building's paper of an election: as many names as there are seats, or none on purpose. */
export function PaperBallot({ label, slate, now, chosen, onChoose }: PaperProps) {
  const [full, setFull] = useState(false)
  const turn = (id: string) => {
    const names = chosen ?? []
    const others = names.filter((one) => one !== id)
    // With one seat the second tap changes the mind; with more, somebody has to make room.
    const kept = slate.seats === 1 ? [] : others
    const next = names.includes(id) ? others : [...kept, id]
    setFull(next.length > slate.seats)
    if (next.length <= slate.seats) onChoose(next)
  }
  const rows = [
    ...slate.candidates.map(({ id, name, label: house }) => ({
      key: id,
      said: `${name}，${house}`,
      on: chosen?.includes(id) ?? false,
      press: () => turn(id),
    })),
    { key: '', said: texts.nobody, on: chosen?.length === 0, press: () => onChoose([]) },
  ]
  return (
    <View className="ld-stack">
      <View className="ld-row ld-between ld-wrap">
        <View className="ld-lg">{label}</View>
        <View className="ld-sm ld-help">{texts.seats(slate.seats)}</View>
      </View>
      {now && <View className="ld-sm ld-help">{words.now(saidWords(now, slate))}</View>}
      <View className="ld-tight" {...readable('group', label)}>
        {rows.map(({ key, said, on, press }) => (
          <View
            key={key}
            className={on ? `${styles.name} ${styles.chosen}` : styles.name}
            {...pressable(press, { role: 'checkbox', label: `${label}：${said}`, chosen: on })}
          >
            <View className={styles.mark}>{on && <Icon name="check" size={16} />}</View>
            <Text>{said}</Text>
          </View>
        ))}
      </View>
      {full && <View className="ld-sm">{texts.tooMany(slate.seats)}</View>}
    </View>
  )
}
