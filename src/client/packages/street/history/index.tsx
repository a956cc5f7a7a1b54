import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
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
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { momentWords } from '../../../texts/dates'
import { changeWords, history as words } from '../../../texts/history'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { ChangeSheet } from './change-sheet'

function Changes({ gridPath }: { gridPath: string }) {
  const list = useAskPages('grids.history', { gridPath })
  const now = useNow()
  usePulledDown(list.refresh)
  return (
    <Answered ask={list} rows={4}>
      {() => (
        <View>
          {list.items.length === 0 && <Empty title={words.none} />}
          {list.items.length > 0 && (
            <Card>
              {list.items.map((one) => (
                <Cell
                  key={one.id}
                  icon="doc"
                  title={changeWords(one.kind, one.gridName, one.words)}
                  help={words.by(one.by, momentWords(one.at, now))}
                />
              ))}
            </Card>
          )}
          <MoreRows list={list} />
        </View>
      )}
    </Answered>
  )
}

/** 网格变动公示: read by everybody; the street changes the tree here. */
export default function HistoryPage() {
  const asked = useRouter().params.grid
  const offices = useSession((session) => session.me?.offices)
  const office = offices?.find(({ role }) => reachOf('grid.change', role) !== undefined)
  const gridPath = asked ?? office?.gridPath
  const [changing, setChanging] = useState(false)
  const foot = office && (
    <AppButton wide onPress={() => setChanging(true)}>
      {words.change}
    </AppButton>
  )
  return (
    <Page title={words.title} foot={foot}>
      <View className="ld-stack">
        <View className="ld-body">{words.help}</View>
        {gridPath ? <Changes gridPath={gridPath} /> : <Refused failure={{ code: 'NOT_FOUND' }} />}
      </View>
      {office && changing && <ChangeSheet top={office.gridPath} onClose={() => setChanging(false)} />}
    </Page>
  )
}
