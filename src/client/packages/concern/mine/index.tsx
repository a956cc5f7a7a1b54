import { View } from '@tarojs/components'
import { useCallback } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { ConcernCard } from '../../../components/concern-card'
import { Empty } from '../../../components/empty'
import { LongList } from '../../../components/long-list'
import { MoreRows } from '../../../components/more-rows'
import { Page } from '../../../components/page'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { common } from '../../../texts/common'
import { stateWords } from '../../../texts/concern-words'
import { mine } from '../../../texts/concerns'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { DraftRows } from './draft-rows'

type Row = OutputOf<'concerns.mine'>['items'][number]

const factOf = (row: Row) => {
  if (row.waitsForMe) return mine.waits
  return [row.mine ? row.placeLabel : mine.meToo, stateWords[row.state]].filter(Boolean).join('，')
}

function MyRow({ row, now }: { row: Row; now: number }) {
  const open = () => go('concern', { id: row.id })
  const look = (
    <AppButton kind="soft" size="small" wide onPress={open} label={`${mine.look}，${row.title}`}>
      {mine.look}
    </AppButton>
  )
  return (
    <ConcernCard
      concern={row}
      now={now}
      onPress={open}
      fact={factOf(row)}
      end={row.waitsForMe ? look : undefined}
    />
  )
}

function Nothing() {
  const report = (
    <AppButton kind="soft" onPress={() => go('report')}>
      {mine.report}
    </AppButton>
  )
  return <Empty title={mine.empty} help={mine.emptyHelp} action={report} />
}

/** What I said, and what I said "me too" to. */
export default function MyConcerns() {
  const list = useAskPages('concerns.mine', {})
  const now = useNow()
  const mineRow = useCallback((row: Row) => <MyRow row={row} now={now} />, [now])
  usePulledDown(list.refresh)
  return (
    <Page title={common.titles.mine}>
      <DraftRows />
      <Answered ask={list} rows={4}>
        {() => (
          <View>
            {list.items.length === 0 && <Nothing />}
            <LongList id="mine" label={common.titles.mine} list={list} row={mineRow} />
            <MoreRows list={list} />
          </View>
        )}
      </Answered>
    </Page>
  )
}
