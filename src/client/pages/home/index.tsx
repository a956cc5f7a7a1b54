import { Text, View } from '@tarojs/components'
import { ancestorAt } from '#core/grids/grid'
import { Answered } from '../../components/answered'
import { Icon } from '../../components/icon'
import { Page } from '../../components/page'
import { Welcome } from '../../components/welcome'
import { go } from '../../platform/navigate'
import { usePulledDown } from '../../platform/scrolling'
import { useListFilter } from '../../stores/list-filter'
import { useLook } from '../../stores/look'
import { usePreferred } from '../../stores/my-building'
import { type Me, useSession } from '../../stores/session'
import { common } from '../../texts/common'
import { useAsk } from '../../use-ask'
import { useFreshMe } from '../../use-fresh-me'
import { useNow } from '../../use-now'
import { ChangedBlock } from './changed-block'
import { CouncilRow } from './council-row'
import { ElderHome } from './elder-home'
import { GridCard } from './grid-card'
import styles from './home.module.scss'
import type { HomeAnswer } from './home-answer'
import { HomeHead } from './home-head'
import { MyBlock } from './my-block'
import { NightPanel } from './night-panel'
import { ReportTiles } from './report-tiles'

function PlaceLine({ shown, me }: { shown: HomeAnswer | undefined; me: Me | undefined }) {
  const estate = shown?.grid.estateName ?? (me?.home ? undefined : shown?.grid.name)
  const place = [estate, me?.home?.label].filter(Boolean).join(' ') || common.app
  return (
    <View className={styles.place}>
      <Icon name="pin" size={20} />
      <Text className="ld-one-line">{place}</Text>
    </View>
  )
}

interface BlocksProps {
  shown: HomeAnswer
  guest: boolean
  now: number
  onSee: () => void
}

function Blocks({ shown, guest, now, onSee }: BlocksProps) {
  return (
    <View>
      <NightPanel shown={shown} onSee={onSee} />
      <ReportTiles />
      <MyBlock rows={shown.mine} guest={guest} now={now} />
      <CouncilRow />
      <ChangedBlock rows={shown.changed} now={now} onAll={onSee} />
      <GridCard shown={shown} guest={guest} onList={onSee} />
    </View>
  )
}

export default function Home() {
  const said = usePreferred(({ building }) => building)
  const { me, token } = useSession()
  // Whoever has no registered home sees the grid of the house he named on this phone.
  const shown = useAsk('home.show', said && !me?.home ? { gridPath: ancestorAt(said.gridPath, 2) } : {})
  const elder = useLook((look) => look.mode === 'elder')
  const filter = useListFilter()
  const now = useNow()
  useFreshMe()
  usePulledDown(shown.refresh)

  const seeAll = (gridPath: string) => () => {
    filter.clear()
    filter.choose({ gridPath })
    go('concerns')
  }
  const waiting = token ? (shown.data?.mine.filter((row) => row.waitsForMe).length ?? 0) : undefined
  return (
    <Page title={common.tabs.home} tab="home" lead={<PlaceLine shown={shown.data} me={me} />}>
      <HomeHead name={me?.name} waiting={waiting} now={now} />
      <Welcome />
      <Answered ask={shown} rows={5}>
        {(data) =>
          elder ? (
            <ElderHome shown={data} unread={me?.unread ?? 0} onSee={seeAll(data.grid.gridPath)} />
          ) : (
            <Blocks shown={data} guest={!token} now={now} onSee={seeAll(data.grid.gridPath)} />
          )
        }
      </Answered>
    </Page>
  )
}
