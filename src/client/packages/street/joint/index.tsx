import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
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
import { useSession } from '../../../stores/session'
import { joint as words } from '../../../texts/joint'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { OpenSheet } from './open-sheet'

type Shown = OutputOf<'joint.list'>['items'][number]
type Show = 'open' | 'over'

const SHOWS = (['open', 'over'] as const).map((value) => ({ value, words: words.shows[value] }))

const standOf = ({ state, overdue, dueAt, signed }: Shown, now: number): string => {
  if (state === 'closed') return words.closed
  if (state === 'cancelled') return words.cancelled
  return `${words.signed(signed.length)}，${overdue ? words.overdue : words.due(dueAt, now)}`
}

function Matters({ gridPath, show }: { gridPath: string; show: Show }) {
  const list = useAskPages('joint.list', { gridPath, show })
  const now = useNow()
  usePulledDown(list.refresh)
  return (
    <Answered ask={list} rows={4}>
      {() => (
        <View>
          {list.items.length === 0 && <Empty title={words.none[show]} />}
          {list.items.length > 0 && (
            <Card>
              {list.items.map((one) => (
                <Cell
                  key={one.id}
                  icon="users"
                  title={one.subject}
                  help={`${one.estateName}，${standOf(one, now)}`}
                  onPress={() => go('jointMatter', { id: one.id })}
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

/** The grid asked for, else where one's office or home is. */
function useGrid(): string | undefined {
  const asked = useRouter().params.grid
  const me = useSession((session) => session.me)
  const office = me?.offices.find(({ role }) => role !== 'head') ?? me?.offices[0]
  return asked ?? office?.gridPath ?? me?.home?.gridPath
}

/** A piece is part of a 网格; estates lie in 网格. */
const estateGridOf = (gridPath: string): string => gridPath.split('.').slice(0, 3).join('.')

/** 三方联动: what is done by three parties here, open to everybody. */
export default function JointPage() {
  const gridPath = useGrid()
  const offices = useSession((session) => session.me?.offices)
  const opening = offices?.find(({ role }) => reachOf('joint.open', role) !== undefined)
  const [show, setShow] = useState<Show>('open')
  const [asking, setAsking] = useState(false)
  const foot = opening && (
    <AppButton wide onPress={() => setAsking(true)}>
      {words.open}
    </AppButton>
  )
  return (
    <Page title={words.title} foot={foot}>
      <View className="ld-stack">
        <View className="ld-body">{words.help}</View>
        <Segmented label={words.title} choices={SHOWS} value={show} onChoose={setShow} />
        {gridPath ? (
          <Matters gridPath={estateGridOf(gridPath)} show={show} />
        ) : (
          <Refused failure={{ code: 'NOT_FOUND' }} />
        )}
      </View>
      {opening && asking && <OpenSheet within={opening.gridPath} onClose={() => setAsking(false)} />}
    </Page>
  )
}
