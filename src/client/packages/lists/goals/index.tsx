import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { screenOf } from '../../../components/chain'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { entryKindWords } from '../../../texts/chain'
import { monthWords, goals as words } from '../../../texts/goals'
import { useAsk, useAskPages } from '../../../use-ask'
import { GoalCard } from '../goal-card'
import styles from '../lists.module.scss'
import { PhotoRow } from '../photo-row'
import { useGrid } from '../use-grid'
import { ChangeSheet } from './change-sheet'
import { SetSheet } from './set-sheet'

type Change = OutputOf<'changes.get'>
type Show = keyof typeof words.shows

function Goals({ gridPath }: { gridPath: string }) {
  const list = useAskPages('goals.list', { gridPath })
  const [week, setWeek] = useState<string>()
  usePulledDown(list.refresh)
  return (
    <Answered ask={list} rows={4}>
      {({ maySet }) => (
        <View className="ld-stack">
          {maySet.map((one) => (
            <AppButton key={one} kind="soft" wide onPress={() => setWeek(one)}>
              {words.set(one)}
            </AppButton>
          ))}
          {list.items.length === 0 && <Empty {...words.empty.goals} />}
          {list.items.map((goal) => (
            <GoalCard key={goal.id} goal={goal} onPress={() => go('goal', { id: goal.id })} />
          ))}
          <MoreRows list={list} />
          {week && <SetSheet gridPath={gridPath} week={week} onClose={() => setWeek(undefined)} />}
        </View>
      )}
    </Answered>
  )
}

/** 之前 and 之后 side by side, and the way back to what it grew out of. */
function ChangeCard({ change }: { change: Change }) {
  const { gridName, month, title, words: said, before, after, links } = change
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-sm ld-help">{`${gridName}，${monthWords(month)}`}</View>
        <View className="ld-lg">{title}</View>
        {said && <View className="ld-body">{said}</View>}
        <View className={styles.sides}>
          {(
            [
              [words.before, before],
              [words.after, after],
            ] as const
          ).map(([side, photos]) => (
            <View key={side} className="ld-grow">
              <View className="ld-sm ld-help">{side}</View>
              <PhotoRow photos={photos} say={(n) => words.side(side, n)} />
            </View>
          ))}
        </View>
        {links.map(({ kind, id, title: name }) => (
          <Cell
            key={id}
            icon="flag"
            title={name}
            help={entryKindWords[kind]}
            onPress={() => go(screenOf(kind) ?? 'home', { id })}
          />
        ))}
      </View>
    </Card>
  )
}

function Changes({ gridPath }: { gridPath: string }) {
  const list = useAskPages('changes.list', { gridPath })
  const goals = useAsk('goals.list', { gridPath })
  const [telling, setTelling] = useState(false)
  usePulledDown(list.refresh)
  return (
    <Answered ask={list} rows={4}>
      {() => (
        <View className="ld-stack">
          {goals.data?.mayTell && (
            <AppButton kind="soft" wide onPress={() => setTelling(true)}>
              {words.tell}
            </AppButton>
          )}
          {list.items.length === 0 && <Empty {...words.empty.changes} />}
          {list.items.map((change) => (
            <ChangeCard key={change.id} change={change} />
          ))}
          <MoreRows list={list} />
          {telling && <ChangeSheet gridPath={gridPath} onClose={() => setTelling(false)} />}
        </View>
      )}
    </Answered>
  )
}

const SHOWS = (['goals', 'changes'] as const).map((value) => ({ value, words: words.shows[value] }))

/** 每周一个小目标，每月一个小变化: what a grid set out to do, and what has become different. */
export default function GoalsPage() {
  const gridPath = useGrid()
  const [show, setShow] = useState<Show>('goals')
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        <Segmented label={words.filter} choices={SHOWS} value={show} onChoose={setShow} />
        {gridPath && (show === 'goals' ? <Goals gridPath={gridPath} /> : <Changes gridPath={gridPath} />)}
      </View>
    </Page>
  )
}
