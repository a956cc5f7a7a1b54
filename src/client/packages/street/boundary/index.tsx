import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { covers } from '#core/grids/grid'
import { frameOf } from '#core/grids/map'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { readable } from '../../../platform/accessible'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { boundary as words } from '../../../texts/boundary'
import { useAsk } from '../../../use-ask'
import { Draw } from './draw'
import { openLine, type Shown, summaryOf } from './line'
import { GridMap } from './map'

function Reading({ shown, onDraw }: { shown: Shown; onDraw: (() => void) | undefined }) {
  const corners = openLine(shown)
  const houses = shown.houses.map(({ point }) => point)
  const around = shown.around.map((one) => one.boundary)
  const frame = frameOf([...corners, ...houses, ...(corners.length > 0 ? [] : around.flat())])
  const said = summaryOf(shown, corners)
  return (
    <View className="ld-stack">
      <View className="ld-xl" {...readable('heading', undefined, { 'aria-level': 2 })}>
        {shown.name}
      </View>
      {frame && <GridMap frame={frame} words={said} {...{ corners, houses, around }} numbered={false} />}
      <Card>
        <View className="ld-tight">
          <View className="ld-md">{said}</View>
          {shown.around.length > 0 && (
            <View className="ld-sm ld-help">{words.around(shown.around.map(({ name }) => name))}</View>
          )}
        </View>
      </Card>
      {onDraw && (
        <AppButton wide onPress={onDraw}>
          {shown.boundary ? words.redraw : words.draw}
        </AppButton>
      )}
    </View>
  )
}

function BoundaryOf({ gridPath }: { gridPath: string }) {
  const shown = useAsk('grids.boundary', { gridPath })
  const offices = useSession((session) => session.me?.offices)
  const [drawing, setDrawing] = useState(false)
  usePulledDown(shown.refresh)
  const mayDraw = offices?.some(
    (one) => reachOf('grid.change', one.role) !== undefined && covers(one.gridPath, gridPath),
  )
  return (
    <Answered ask={shown} rows={5}>
      {(data) =>
        drawing ? (
          <Draw shown={data} onDone={() => setDrawing(false)} />
        ) : (
          <Reading shown={data} onDraw={mayDraw ? () => setDrawing(true) : undefined} />
        )
      }
    </Answered>
  )
}

/** 网格边界: everybody sees where a grid ends; the street draws it here. */
export default function BoundaryPage() {
  const { grid } = useRouter().params
  return (
    <Page title={words.title}>
      {grid ? <BoundaryOf gridPath={grid} /> : <Refused failure={{ code: 'NOT_FOUND' }} />}
    </Page>
  )
}
