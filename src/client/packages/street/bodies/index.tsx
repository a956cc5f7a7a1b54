import { View } from '@tarojs/components'
import { useState } from 'react'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { totalsWords, bodies as words } from '../../../texts/bodies'
import { useAsk } from '../../../use-ask'
import { FoundSheet } from './found-sheet'

function Bodies({ gridPath }: { gridPath: string }) {
  const asked = useAsk('bodies.list', { gridPath })
  usePulledDown(asked.refresh)
  return (
    <Answered ask={asked} rows={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          <Card>
            {items.map((one) => (
              <Cell
                key={one.id}
                icon="users"
                title={one.name}
                help={`${words.lead(one)}，${totalsWords(one.kind, one.totals)}`}
                onPress={() => go('body', { id: one.id })}
              />
            ))}
          </Card>
        )
      }
    </Answered>
  )
}

/** 业主、户、居民的会: for those who found them and keep their lists. */
export default function BodiesPage() {
  const held = useSession((session) => session.me?.offices)
  const keeps = (action: 'body.keep' | 'body.keep_house') =>
    held?.find(({ role }) => reachOf(action, role) !== undefined)
  const whole = keeps('body.keep')
  const office = whole ?? keeps('body.keep_house')
  const [founding, setFounding] = useState(false)
  const found = (
    <AppButton wide onPress={() => setFounding(true)}>
      {words.found}
    </AppButton>
  )
  return (
    <Page title={words.title} foot={office ? found : undefined}>
      {!office && <Refused failure={{ code: 'FORBIDDEN' }} onAct={() => go('home')} />}
      {office && (
        <View className="ld-stack">
          <View className="ld-body">{whole ? words.what : words.whatOfHouse}</View>
          <Bodies gridPath={office.gridPath} />
        </View>
      )}
      {office && founding && (
        <FoundSheet
          top={office.gridPath}
          onlyHouses={whole === undefined}
          onClose={() => setFounding(false)}
          onFounded={(id) => {
            setFounding(false)
            go('body', { id })
          }}
        />
      )}
    </Page>
  )
}
