import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { weekAfter, weekBefore, weekWith } from '#core/goals/week'
import { call } from '../../../call'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { giveFile } from '../../../platform/files'
import { printPage } from '../../../platform/printing'
import { usePulledDown } from '../../../platform/scrolling'
import type { Failure } from '../../../platform/transport'
import { weekWords } from '../../../texts/goals'
import { listWords, weekly as words } from '../../../texts/lists'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { EntryCell } from '../entry-cell'
import styles from '../lists.module.scss'
import { useGrid } from '../use-grid'

type Week = OutputOf<'lists.week'>
type WeekOfList = Week['lists'][number]

const PARTS = ['decideRows', 'dueRows', 'addedRows', 'struckRows'] as const

function ListOfWeek({ shown, now }: { shown: WeekOfList; now: number }) {
  return (
    <Section title={listWords[shown.list]} aside={words.sums(shown)}>
      <Card>
        {shown.hidden && <View className="ld-body ld-help">{words.hidden}</View>}
        {!shown.hidden &&
          PARTS.map((part) => (
            <View key={part} className={styles.part}>
              <View className="ld-md ld-bold">{words.parts[part]}</View>
              {shown[part].length === 0 && <View className="ld-sm ld-help">{words.none}</View>}
              {shown[part].map((entry) => (
                <EntryCell key={entry.id} entry={entry} now={now} />
              ))}
            </View>
          ))}
      </Card>
    </Section>
  )
}

function useSaved(gridPath: string, week: string) {
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const answer = await call('lists.print', { gridPath, week })
    setBusy(false)
    setFailure(answer.ok ? undefined : answer.error)
    if (answer.ok) await giveFile(answer.data)
  }
  return { failure, busy, save }
}

function Paper({ gridPath, week }: { gridPath: string; week: string }) {
  const { failure, busy, save } = useSaved(gridPath, week)
  return (
    <View className={`ld-stack ${styles.screenOnly}`}>
      <View className="ld-row ld-wrap">
        {printPage && (
          <AppButton kind="soft" size="small" onPress={printPage}>
            {words.print}
          </AppButton>
        )}
        <AppButton kind="line" size="small" icon="download" busy={busy} onPress={save}>
          {words.save}
        </AppButton>
      </View>
      {failure?.code === 'UNAVAILABLE' && <Notice title={words.cloud} />}
      {failure && failure.code !== 'UNAVAILABLE' && <Refused failure={failure} />}
    </View>
  )
}

function WeekView({ gridPath, now }: { gridPath: string; now: number }) {
  const running = weekWith(now)
  const [week, setWeek] = useState(running)
  const asked = useAsk('lists.week', { gridPath, week })
  usePulledDown(asked.refresh)
  return (
    <View className="ld-stack">
      <View className={`ld-row ld-between ld-wrap ${styles.screenOnly}`}>
        <AppButton kind="line" size="small" onPress={() => setWeek(weekBefore(week))}>
          {words.before}
        </AppButton>
        {week !== running && (
          <AppButton kind="line" size="small" onPress={() => setWeek(weekAfter(week))}>
            {words.after}
          </AppButton>
        )}
      </View>
      <Answered ask={asked} rows={6}>
        {(shown) => (
          <View className="ld-stack">
            <View className="ld-xl">{`${shown.gridName}，${weekWords(shown.week)}`}</View>
            <View className="ld-body ld-help">{words.span(shown.from, shown.to)}</View>
            <Paper gridPath={gridPath} week={week} />
            {shown.lists.map((one) => (
              <ListOfWeek key={one.list} shown={one} now={now} />
            ))}
          </View>
        )}
      </Answered>
    </View>
  )
}

/** 每周例会: what the eight seats go through, list by list; it can be laid on the table as paper. */
export default function WeeklyPage() {
  const gridPath = useGrid()
  const now = useNow()
  return <Page title={words.title}>{gridPath && <WeekView gridPath={gridPath} now={now} />}</Page>
}
