import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { EstatePlan } from '../../../components/estate-plan'
import { Loading } from '../../../components/loading'
import { Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { go } from '../../../platform/navigate'
import { useListFilter } from '../../../stores/list-filter'
import { useSession } from '../../../stores/session'
import { common } from '../../../texts/common'
import { plan } from '../../../texts/concerns'
import { useAsk } from '../../../use-ask'
import { busiestFirst } from './busiest-first'
import { Legend } from './legend'

type Estate = OutputOf<'places.estate'>
type Building = Estate['buildings'][number]
type Way = keyof typeof plan.ways

const WAYS = (['plan', 'list'] as const).map((value) => ({ value, words: plan.ways[value] }))

/** The list of one building lies under another tab, which takes no parameters: the choice goes ahead. */
function useOpenBuilding() {
  const { clear, choose } = useListFilter()
  return ({ id, label }: Pick<Building, 'id' | 'label'>) => {
    clear()
    choose({ building: { id, label } })
    go('concerns')
  }
}

function BuildingList({ buildings }: { buildings: readonly Building[] }) {
  const open = useOpenBuilding()
  const busy = busiestFirst(buildings)
  if (busy.length === 0) return <Empty title={plan.none} />
  return (
    <Card>
      {busy.map((building) => (
        <Cell
          key={building.id}
          title={building.label}
          help={plan.open(building.open)}
          icon="building"
          onPress={() => open(building)}
        />
      ))}
    </Card>
  )
}

function EstateView({ estate }: { estate: Estate }) {
  const [way, setWay] = useState<Way>('plan')
  const open = useOpenBuilding()
  const mineId = useSession((session) => session.me?.home?.buildingId)
  const byId = (id: string) => estate.buildings.find((building) => building.id === id)
  return (
    <View className="ld-stack">
      <View>
        <View className="ld-xl">{estate.name}</View>
        <View className="ld-sm ld-help">
          {plan.summary(estate.buildings.length, busiestFirst(estate.buildings).length)}
        </View>
      </View>
      <Segmented label={plan.wayLabel} choices={WAYS} value={way} onChoose={setWay} />
      {way === 'list' ? (
        <BuildingList buildings={estate.buildings} />
      ) : (
        <View className="ld-stack">
          <Legend />
          <EstatePlan
            name={estate.name}
            plots={estate.buildings}
            mineId={mineId}
            onChoose={(plot) => {
              const building = byId(plot.id)
              if (building) open(building)
            }}
          />
        </View>
      )}
    </View>
  )
}

/** The estate asked for, my own, or the first one registered. */
function useEstateId(): { estateId: string | undefined; settled: boolean } {
  const asked = useRouter().params.estateId
  const own = useSession((session) => session.me?.home?.estateId ?? undefined)
  const known = asked ?? own
  const all = useAsk('places.estates', {}, { enabled: known === undefined })
  const estateId = known ?? all.data?.estates[0]?.id
  return { estateId, settled: estateId !== undefined || all.data !== undefined || all.failure !== undefined }
}

function NoPlan() {
  const list = (
    <AppButton kind="soft" onPress={() => go('concerns')}>
      {plan.seeList}
    </AppButton>
  )
  return <Empty title={plan.noEstate} help={plan.noEstateHelp} action={list} />
}

function AskedPlan({ estateId }: { estateId: string }) {
  const estate = useAsk('places.estate', { estateId })
  return (
    <Answered ask={estate} rows={6}>
      {(found) => <EstateView estate={found} />}
    </Answered>
  )
}

export default function EstatePlanPage() {
  const { estateId, settled } = useEstateId()
  return (
    <Page title={common.titles.plan}>
      {estateId ? <AskedPlan estateId={estateId} /> : settled ? <NoPlan /> : <Loading rows={6} />}
    </Page>
  )
}
