import { View } from '@tarojs/components'
import { useState } from 'react'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { type Me, useSession } from '../../../stores/session'
import { pairings as words } from '../../../texts/care'
import { useAskPages } from '../../../use-ask'
import { PairingRow } from './pairing-row'

type Show = keyof typeof words.shows
const SHOWS = (['mine', 'grid', 'overdue', 'over'] as const).map((value) => ({
  value,
  words: words.shows[value],
}))

function Rows({ show }: { show: Show }) {
  const list = useAskPages('pairings.list', { show })
  usePulledDown(list.refresh)
  return (
    <Answered ask={list} rows={4}>
      {() => (
        <View className="ld-stack">
          {list.items.length === 0 && <Empty {...words.empty[show]} />}
          {list.items.map((row) => (
            <PairingRow key={row.id} row={row} />
          ))}
          <MoreRows list={list} />
        </View>
      )}
    </Answered>
  )
}

const holds = (
  { offices }: Me,
  action: 'pairing.read' | 'pairing.propose' | 'pairing.assign' | 'hardship.read',
) => offices.some(({ role }) => reachOf(action, role) !== undefined)

/** The ways on from here: one's own hardship, and for those who see to it the list of all. */
function Ways({ me }: { me: Me }) {
  return (
    <Card>
      <Cell icon="buoy" title={words.hardship} help={words.hardshipHelp} onPress={() => go('myHardship')} />
      {holds(me, 'hardship.read') && (
        <Cell
          icon="list"
          title={words.hardships}
          help={words.hardshipsHelp}
          onPress={() => go('hardships')}
        />
      )}
    </Card>
  )
}

function Pairings({ me }: { me: Me }) {
  const [show, setShow] = useState<Show>('mine')
  const arranges = holds(me, 'pairing.read')
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.lead}</View>
      {arranges && <Segmented label={words.filter} choices={SHOWS} value={show} onChoose={setShow} />}
      <Rows key={show} show={show} />
      {holds(me, 'pairing.propose') && (
        <AppButton kind="line" wide icon="pair" onPress={() => go('proposePairing')}>
          {holds(me, 'pairing.assign') ? words.propose : words.suggest}
        </AppButton>
      )}
      <Ways me={me} />
    </View>
  )
}

/** 结对帮扶: whom I visit, who visits me; for those who arrange it, all of the grid. */
export default function PairingsPage() {
  const me = useSession((session) => session.me)
  return (
    <Page title={words.title}>
      {me ? <Pairings me={me} /> : <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />}
    </Page>
  )
}
