import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Corner, isBoundary } from '#core/grids/boundary'
import { boundaryAround, frameOf, ringOf } from '#core/grids/map'
import { AppButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { TextArea } from '../../../components/text-area'
import { boundary as words } from '../../../texts/boundary'
import { useCommand } from '../../../use-command'
import { cornersIn, cornersOut } from './corners'
import { openLine, type Shown, summaryOf } from './line'
import { GridMap } from './map'
import { useLine } from './use-line'

type Way = keyof typeof words.ways
const WAYS = (['map', 'words'] as const).map((value) => ({ value, words: words.ways[value] }))

interface LineProps {
  shown: Shown
  corners: readonly Corner[]
  onChange: (corners: Corner[]) => void
}

interface OnMapProps extends LineProps {
  onCorner: (corner: Corner) => void
}

/** One tap, one corner; the frame stays while one draws, or a second tap would fall elsewhere. */
function OnMap({ shown, corners, onChange, onCorner }: OnMapProps) {
  const houses = shown.houses.map(({ point }) => point)
  const around = shown.around.map((one) => one.boundary)
  const [frame] = useState(() => frameOf([...openLine(shown), ...houses, ...around.flat()]))
  const hull = boundaryAround(houses)
  if (!frame) return <Notice title={words.nothing} />
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.how}</View>
      <GridMap
        frame={frame}
        words={summaryOf(shown, corners)}
        {...{ corners, houses, around }}
        numbered
        onCorner={onCorner}
      />
      <View className="ld-row ld-wrap">
        <AppButton kind="line" onPress={() => onChange(corners.slice(0, -1))}>
          {words.back}
        </AppButton>
        <AppButton kind="line" onPress={() => onChange([])}>
          {words.anew}
        </AppButton>
        {hull && (
          <AppButton kind="soft" onPress={() => onChange(hull.slice(0, -1))}>
            {words.aroundHouses}
          </AppButton>
        )}
      </View>
    </View>
  )
}

/** The same without a drawing, for who cannot see it or has the corners from a surveyor. */
function InWords({ corners, onChange, problem }: Omit<LineProps, 'shown'> & { problem: string | undefined }) {
  const [said, setSaid] = useState(cornersOut(corners))
  const [isRead, setIsRead] = useState(true)
  const say = (text: string) => {
    const read = text.trim() === '' ? [] : cornersIn(text)
    setSaid(text)
    setIsRead(read !== undefined)
    if (read) onChange(read)
  }
  return (
    <TextArea
      id="boundary-corners"
      label={words.corners}
      hint={words.cornersHint}
      value={said}
      error={isRead ? problem : words.cornersWrong}
      maxLength={5_000}
      onChange={say}
    />
  )
}

/** 划边界: tapped on the drawing, put around the houses by itself, or written down. */
export function Draw({ shown, onDone }: { shown: Shown; onDone: () => void }) {
  const [way, setWay] = useState<Way>('map')
  const { corners, change: put, add } = useLine(openLine(shown))
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure } = useCommand('grids.draw')
  const change = (next: Corner[]) => {
    setProblem(undefined)
    put(next)
  }
  const addCorner = (corner: Corner) => {
    setProblem(undefined)
    add(corner)
  }
  const press = async () => {
    const ring = ringOf(corners)
    if (ring.length > 0 && !isBoundary(ring)) return setProblem(words.unfit)
    const boundary = ring.length > 0 ? ring.map(([lat, lng]): [number, number] => [lat, lng]) : null
    const answer = await send({ gridPath: shown.gridPath, boundary })
    if (answer.ok) onDone()
  }
  return (
    <View className="ld-stack">
      <Segmented label={words.draw} choices={WAYS} value={way} onChoose={setWay} />
      {way === 'map' ? (
        <OnMap shown={shown} corners={corners} onChange={change} onCorner={addCorner} />
      ) : (
        <InWords corners={corners} onChange={change} problem={problem} />
      )}
      <View className="ld-md">{summaryOf(shown, corners)}</View>
      {problem && way === 'map' && <Notice urgent icon="alert" title={problem} />}
      {failure && <Refused failure={failure} />}
      <AppButton wide size="large" busy={sending} onPress={press}>
        {corners.length > 0 ? words.save : words.saveNone}
      </AppButton>
      <AppButton wide kind="line" onPress={onDone}>
        {words.leave}
      </AppButton>
    </View>
  )
}
