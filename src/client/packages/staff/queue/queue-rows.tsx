import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { ConcernCard } from '../../../components/concern-card'
import { go } from '../../../platform/navigate'
import { deedWords, type StaffDeed } from '../../../texts/staff'
import { useNow } from '../../../use-now'
import styles from './queue.module.scss'
import { type QueueRow, rowFact } from './row-fact'

export interface Picked {
  id: string
  deed: StaffDeed
}

interface QueueRowsProps {
  rows: readonly QueueRow[]
  /** The one whose sheet is being fetched. */
  waiting: string | undefined
  onDeed: (picked: Picked) => void
}

interface NextProps extends Omit<QueueRowsProps, 'rows'> {
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
export function QueueRows({ rows, ...picking }: QueueRowsProps) {
  const now = useNow()
  return (
    <View className={styles.rows}>
      {rows.map((row, index) => {
        const deed = deedOf(row)
        return (
          <View key={row.id} className={styles.row}>
            <ConcernCard
              concern={row}
              now={now}
              fact={rowFact(row, now)}
              onPress={() => go('concern', { id: row.id })}
              end={deed && <Next row={row} deed={deed} first={index === 0} {...picking} />}
            />
          </View>
        )
      })}
    </View>
  )
}
