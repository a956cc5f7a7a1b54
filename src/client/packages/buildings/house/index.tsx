import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { BuildingPicker } from '../../../components/building-picker'
import { Page } from '../../../components/page'
import { plateCodeIn } from '../../../components/plate-code'
import { PlateFinder } from '../../../components/plate-finder'
import { Segmented } from '../../../components/segmented'
import { house as words } from '../../../texts/buildings'
import { useAsk } from '../../../use-ask'
import { HouseView } from './house-view'

const WAYS = (['plan', 'plate'] as const).map((value) => ({ value, words: words.findWays[value] }))

function Finder({ onFind }: { onFind: (id: string) => void }) {
  const [way, setWay] = useState<'plan' | 'plate'>('plan')
  return (
    <View className="ld-stack">
      <Segmented label={words.way} choices={WAYS} value={way} onChoose={setWay} />
      {way === 'plan' ? (
        <BuildingPicker chosenId={undefined} onChoose={({ id }) => onFind(id)} />
      ) : (
        <PlateFinder onFind={({ id }) => onFind(id)} />
      )}
    </View>
  )
}

function Known({ id }: { id: string }) {
  const ask = useAsk('buildings.get', { id })
  return (
    <Answered ask={ask} rows={6}>
      {(found) => <HouseView house={found} />}
    </Answered>
  )
}

/** The plate was scanned: its code first tells which house it is. */
function Scanned({ code }: { code: string }) {
  const ask = useAsk('places.plate', { code })
  return (
    <Answered ask={ask} rows={6}>
      {({ id }) => <Known id={id} />}
    </Answered>
  )
}

/** A house by its id, by the code of its plate (`b=` in an address or in a mini-program's scene), or one to be found. */
export default function HousePage() {
  const { id, b, scene } = useRouter().params
  const [chosen, setChosen] = useState(id)
  const code = b ?? (scene && plateCodeIn(`?${decodeURIComponent(scene)}`))
  const shown = chosen ? (
    <Known id={chosen} />
  ) : code ? (
    <Scanned code={code} />
  ) : (
    <Finder onFind={setChosen} />
  )
  return <Page title={chosen || code ? words.title : words.findTitle}>{shown}</Page>
}
