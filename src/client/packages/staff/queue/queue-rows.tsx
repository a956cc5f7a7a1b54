import { useCallback } from 'react'
import { AppButton } from '../../../components/button'
import { ConcernCard } from '../../../components/concern-card'
import { LongList } from '../../../components/long-list'
import { go } from '../../../platform/navigate'
import { common } from '../../../texts/common'
import { deedWords, type StaffDeed } from '../../../texts/staff'
import type { AskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import styles from './queue.module.scss'
import { type QueueRow, rowFact } from './row-fact'

export interface Picked {
  id: string
  deed: StaffDeed
}

interface QueueRowsProps {
  list: AskPages<'concerns.queue'>
  /** The one whose sheet is being fetched. */
  waiting: string | undefined
  onDeed: (picked: Picked) => void
}

interface NextProps extends Omit<QueueRowsProps, 'list'> {
  row: QueueRow
  deed: StaffDeed
  first: boolean
}

function Next({ row, deed, first, waiting, onDeed }: NextProps) {
  const { name } = deedWords[deed]
  return (
    <AppButton
      kind={first ? 'primary' : 'soft'}
      size="small"
      wide
      busy={waiting === row.id}
      label={`${name}，${row.title}`}
      onPress={() => onDeed({ id: row.id, deed })}
    >
      {name}
    </AppButton>
  )
}

const deedOf = ({ next }: QueueRow): StaffDeed | undefined =>
  next !== null && next in deedWords ? (next as StaffDeed) : undefined

/** What waits, the earliest deadline first: one fact and one next step each, the rest on its page. */
export function QueueRows({ list, waiting, onDeed }: QueueRowsProps) {
  const now = useNow()
  const row = useCallback(
    (one: QueueRow, position: number) => {
      const deed = deedOf(one)
      const next = deed && <Next row={one} first={position === 0} {...{ deed, waiting, onDeed }} />
      const open = () => go('concern', { id: one.id })
      return <ConcernCard concern={one} now={now} fact={rowFact(one, now)} onPress={open} end={next} />
    },
    [now, waiting, onDeed],
  )
  return <LongList id="queue" label={common.titles.queue} list={list} row={row} className={styles.rows} />
}
