import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ancestorAt } from '#core/grids/grid'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { GridChoice } from '../../../components/grid-choice'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { useSession } from '../../../stores/session'
import { TILES, dashboard as words } from '../../../texts/dashboard'
import { home } from '../../../texts/home'
import { useAsk } from '../../../use-ask'
import styles from './figures.module.scss'
import { Levels } from './levels'
import { Tile } from './tile'
import { Topics } from './topics'

/** The street of one's home or office; a guest is shown the street of the first estate there is. */
function useStreet(): string | undefined {
  const me = useSession((session) => session.me)
  const own = me?.home?.gridPath ?? me?.offices[0]?.gridPath
  const all = useAsk('places.estates', {}, { enabled: own === undefined })
  const known = own ?? all.data?.estates[0]?.gridPath
  return known && ancestorAt(known, 0)
}

function FiguresOf({ gridPath }: { gridPath: string }) {
  const grid = useAsk('places.grid', { gridPath })
  return (
    <View className="ld-stack">
      <Answered ask={grid} rows={1}>
        {({ name }) => <View className="ld-body ld-help">{words.about(name)}</View>}
      </Answered>
      <View className={styles.tiles}>
        {TILES.map((figure) => (
          <Tile key={figure} figure={figure} gridPath={gridPath} />
        ))}
      </View>
      <Levels gridPath={gridPath} />
      <Topics gridPath={gridPath} />
      <View className="ld-sm ld-help">{words.hidden}</View>
    </View>
  )
}

/** 六个起来: how a grid, a community or the street is doing, in figures anybody may question. */
export default function FiguresPage() {
  const street = useStreet()
  const asked = useRouter().params.grid
  const [chosen, setChosen] = useState(asked)
  const gridPath = chosen ?? street
  return (
    <Page title={words.title}>
      {street && gridPath && (
        <View className="ld-stack">
          <FiguresOf key={gridPath} gridPath={gridPath} />
          <Section title={words.place}>
            <GridChoice top={street} deepest={2} chosen={gridPath} onChoose={setChosen} />
          </Section>
          <Section title={words.plan}>
            <Card>
              <Cell
                icon="list"
                title={home.lists.title}
                help={home.lists.help}
                onPress={() => go('lists', { grid: gridPath })}
              />
              <Cell icon="pin" title={words.plan} help={words.planHelp} onPress={() => go('plan')} />
            </Card>
          </Section>
        </View>
      )}
    </Page>
  )
}
