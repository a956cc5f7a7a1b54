import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Card } from '../../../components/card'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { needWords, pairings as words } from '../../../texts/care'
import { pairingStates } from '../../../texts/care-states'
import { useNow } from '../../../use-now'

type Row = OutputOf<'pairings.list'>['items'][number]

/** One pairing of a list: who, where, what for, and whether somebody is expected. */
export function PairingRow({ row }: { row: Row }) {
  const { id, name, house, helper, state, overdue, nextVisit } = row
  const now = useNow()
  return (
    <Card onPress={() => go('pairing', { id })} label={`${name}，${pairingStates[state]}`}>
      <View className="ld-tight">
        <View className="ld-lg">{name || house}</View>
        <View className="ld-sm ld-help">{words.row(house, helper)}</View>
        <View className="ld-sm">{row.needs.map((need) => needWords[need]).join('、')}</View>
        <View className="ld-row ld-wrap">
          <Tag tone={state === 'active' ? 'lit' : 'quiet'} words={pairingStates[state]} />
          {overdue && <Tag tone="over" icon="clock" words={words.overdue} />}
          {!overdue && nextVisit !== null && <Tag words={words.next(nextVisit, now)} />}
        </View>
      </View>
    </Card>
  )
}
