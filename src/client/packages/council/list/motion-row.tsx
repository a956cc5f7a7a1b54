import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { rowFact, council as words } from '../../../texts/council'
import { motionStateWords } from '../../../texts/motion-states'
import { Turnout } from '../turnout'
import styles from '../turnout.module.scss'

export type Row = OutputOf<'motions.list'>['items'][number]

/** A poll that is open is everybody's night panel; what else there is, is a card. */
export function MotionRow({ row, now }: { row: Row; now: number }) {
  const open = () => go('motion', { id: row.id })
  if (row.poll) return <OpenPoll row={row} poll={row.poll} now={now} onOpen={open} />
  return (
    <Card onPress={open} label={`${row.title}，${rowFact(row, now)}`}>
      <View className="ld-tight">
        <View className="ld-row ld-between ld-wrap">
          <Tag words={motionStateWords[row.state]} tone={row.state === 'publicity' ? 'lit' : 'quiet'} />
          <View className="ld-sm ld-help">{row.proposer}</View>
        </View>
        <View className="ld-lg">{row.title}</View>
        <View className="ld-sm ld-help">{rowFact(row, now)}</View>
      </View>
    </Card>
  )
}

interface OpenPollProps {
  row: Row
  poll: NonNullable<Row['poll']>
  now: number
  onOpen: () => void
}

function OpenPoll({ row, poll, now, onOpen }: OpenPollProps) {
  return (
    <Card kind="night">
      <View className="ld-row ld-between ld-wrap">
        <View className={styles.quiet}>{motionStateWords[row.state]}</View>
        <View className={styles.quiet}>{rowFact(row, now)}</View>
      </View>
      <View className={styles.title}>{row.title}</View>
      <Turnout taking={poll.takingPart} units={poll.units} quorum={poll.quorum} kind={row.unitKind} />
      <View className={styles.act}>
        {row.waitsForMe ? (
          <AppButton kind="cream" wide onPress={() => go('ballot', { id: row.id })}>
            {words.vote}
          </AppButton>
        ) : (
          <AppButton kind="cream" wide onPress={onOpen}>
            {words.look}
          </AppButton>
        )}
      </View>
    </Card>
  )
}
