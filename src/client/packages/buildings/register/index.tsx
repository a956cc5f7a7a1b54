import { View } from '@tarojs/components'
import { useState } from 'react'
import type { InputOf, OutputOf } from '#contracts/operations'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Chip } from '../../../components/chip'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { useSession } from '../../../stores/session'
import { houses as words } from '../../../texts/buildings'
import { useAsk } from '../../../use-ask'

type Show = NonNullable<InputOf<'buildings.list'>['show']>
type Listed = OutputOf<'buildings.list'>

const SHOWS = Object.keys(words.shows) as Show[]

function List({ found, show, onShow }: { found: Listed; show: Show; onShow: (show: Show) => void }) {
  return (
    <View className="ld-stack">
      <View className="ld-row ld-wrap">
        {SHOWS.filter((one) => one === 'all' || found.counts[one] > 0).map((one) => (
          <Chip
            key={one}
            words={words.count(words.shows[one], found.counts[one])}
            chosen={one === show}
            onPress={() => onShow(one)}
          />
        ))}
      </View>
      {found.items.length === 0 ? (
        <Empty title={found.counts.all === 0 ? words.notMine : words.empty} />
      ) : (
        <Card>
          {found.items.map(({ id, label, standing, hazards, missed, grade }) => (
            <Cell
              key={id}
              icon="building"
              title={label}
              help={words.fact(standing, hazards, missed)}
              end={grade === 'C' || grade === 'D' ? <Tag tone="over" words={grade} /> : undefined}
              onPress={() => go('house', { id })}
            />
          ))}
        </Card>
      )}
    </View>
  )
}

/** What else the offices of this person open. */
function Ways() {
  const offices = useSession((session) => session.me?.offices) ?? []
  const has = (action: Parameters<typeof reachOf>[0]) => offices.some(({ role }) => reachOf(action, role))
  return (
    <Card>
      <Cell icon="search" title={words.find} onPress={() => go('house')} />
      <Cell icon="alert" title={words.hazards} onPress={() => go('hazards')} />
      {has('census.read') && <Cell icon="list" title={words.census} onPress={() => go('census')} />}
      {(has('register.import') || has('register.export')) && (
        <Cell icon="doc" title={words.importing} onPress={() => go('importing')} />
      )}
    </Card>
  )
}

/** 我管的楼栋: a head's own, a grid worker's grid, with what is left to do. */
export default function HousesPage() {
  const [show, setShow] = useState<Show>('all')
  const ask = useAsk('buildings.list', { show })
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        <Ways />
        <Answered ask={ask} rows={8}>
          {(found) => <List found={found} show={show} onShow={setShow} />}
        </Answered>
      </View>
    </Page>
  )
}
