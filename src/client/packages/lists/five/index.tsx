import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { ancestorAt, levelOf } from '#core/grids/grid'
import { LIST_KINDS, type ListKind } from '#core/lists/entry'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Chip } from '../../../components/chip'
import { Empty } from '../../../components/empty'
import { GridChoice } from '../../../components/grid-choice'
import { MoreRows } from '../../../components/more-rows'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { Segmented } from '../../../components/segmented'
import { readable } from '../../../platform/accessible'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { countWords, keeperWords, listHelp, listWords, lists as words } from '../../../texts/lists'
import { useAsk, useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { EntryCell } from '../entry-cell'
import { useGrid } from '../use-grid'

type Lists = OutputOf<'lists.show'>
type Show = keyof typeof words.shows

interface Where {
  gridPath: string
  estateId: string | null
}

const SHOWS = (['live', 'ended'] as const).map((value) => ({ value, words: words.shows[value] }))

function Entries({ where, list }: { where: Where; list: ListKind }) {
  const now = useNow()
  const [show, setShow] = useState<Show>('live')
  const asked = useAskPages('lists.entries', { ...where, list, show })
  return (
    <View className="ld-stack">
      <Segmented label={words.show} choices={SHOWS} value={show} onChoose={setShow} />
      <Answered ask={asked} rows={4}>
        {() => (
          <View className="ld-stack">
            {asked.items.length === 0 && <Empty {...words.empty} />}
            {asked.items.length > 0 && (
              <Card>
                {asked.items.map((entry) => (
                  <EntryCell key={entry.id} entry={entry} now={now} />
                ))}
              </Card>
            )}
            <MoreRows list={asked} />
          </View>
        )}
      </Answered>
    </View>
  )
}

/** What a list is, who keeps it, how much of it there is. */
function Head({ shown }: { shown: Lists['lists'][number] }) {
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-body">{listHelp[shown.list]}</View>
        <View className="ld-sm ld-help">{keeperWords(shown)}</View>
        <View className="ld-md">{countWords(shown.counts)}</View>
      </View>
    </Card>
  )
}

/** Where the things of a list are begun, or read whole. */
function Ways({ list, opens, gridPath }: { list: ListKind; opens: boolean; gridPath: string }) {
  if (list === 'pairing' || list === 'hardship') {
    const screen = list === 'pairing' ? 'pairings' : 'hardships'
    return opens ? (
      <Card>
        <Cell icon="lock" title={words.opens[list]} onPress={() => go(screen)} />
      </Card>
    ) : null
  }
  if (list === 'service')
    return (
      <Card>
        <Cell
          icon="heart"
          title={words.offers}
          help={words.offersHelp}
          onPress={() => go('offers', { grid: gridPath })}
        />
      </Card>
    )
  if (list !== 'cogov') return null
  return (
    <Card>
      <Cell
        icon="checkc"
        title={words.goals}
        help={words.goalsHelp}
        onPress={() => go('goals', { grid: gridPath })}
      />
    </Card>
  )
}

function FiveOf({ where, shown }: { where: Where; shown: Lists }) {
  const [list, setList] = useState<ListKind>('concern')
  const found = shown.lists.find((one) => one.list === list)
  return (
    <View className="ld-stack">
      <View className="ld-xl">{shown.estateName ?? shown.gridName}</View>
      {shown.mayMeet && (
        <Card>
          <Cell
            icon="list"
            title={words.weekly}
            help={words.weeklyHelp}
            onPress={() => go('weekly', { grid: where.gridPath })}
          />
        </Card>
      )}
      <Segmented
        label={words.tabs}
        choices={LIST_KINDS.map((value) => ({ value, words: listWords[value] }))}
        value={list}
        onChoose={setList}
      />
      {found && <Head shown={found} />}
      {found?.hidden ? (
        <Notice icon="lock" {...words.hidden} />
      ) : (
        <Entries key={list} where={where} list={list} />
      )}
      <Ways list={list} opens={found?.opens ?? false} gridPath={where.gridPath} />
    </View>
  )
}

/** The estates of a grid: a list may be read for one of them alone. */
function Estates({ where, onChoose }: { where: Where; onChoose: (estateId: string | null) => void }) {
  const all = useAsk('places.estates', {})
  const here = (all.data?.estates ?? []).filter(({ gridPath }) => gridPath === where.gridPath)
  if (here.length === 0) return null
  return (
    <View className="ld-row ld-wrap" {...readable('group', words.estates)}>
      <Chip words={words.wholeGrid} chosen={where.estateId === null} onPress={() => onChoose(null)} />
      {here.map(({ id, name }) => (
        <Chip key={id} words={name} chosen={where.estateId === id} onPress={() => onChoose(id)} />
      ))}
    </View>
  )
}

function ListsAt({ first }: { first: string }) {
  const [where, setWhere] = useState<Where>({ gridPath: first, estateId: null })
  const asked = useAsk('lists.show', where)
  usePulledDown(asked.refresh)
  return (
    <View className="ld-stack">
      <Answered ask={asked} rows={5}>
        {(shown) => <FiveOf key={`${where.gridPath}${where.estateId}`} where={where} shown={shown} />}
      </Answered>
      <Section title={words.place}>
        {levelOf(where.gridPath) === 2 && (
          <Estates where={where} onChoose={(estateId) => setWhere({ ...where, estateId })} />
        )}
        <GridChoice
          top={ancestorAt(first, 0)}
          deepest={2}
          chosen={where.gridPath}
          onChoose={(gridPath) => setWhere({ gridPath, estateId: null })}
        />
      </Section>
    </View>
  )
}

/** 五清单: what is told, who is linked, what is offered, who is in need, what is done together. */
export default function ListsPage() {
  const asked = useRouter().params.grid
  const gridPath = useGrid()
  return <Page title={words.title}>{gridPath && <ListsAt key={asked} first={gridPath} />}</Page>
}
