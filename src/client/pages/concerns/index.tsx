import { View } from '@tarojs/components'
import { useCallback } from 'react'
import { Answered } from '../../components/answered'
import { AppButton } from '../../components/button'
import { ConcernCard, type ConcernRow } from '../../components/concern-card'
import { Empty } from '../../components/empty'
import { LongList } from '../../components/long-list'
import { MoreRows } from '../../components/more-rows'
import { Page } from '../../components/page'
import { go } from '../../platform/navigate'
import { usePulledDown } from '../../platform/scrolling'
import { inputOf, isNarrowed, useListFilter } from '../../stores/list-filter'
import { common } from '../../texts/common'
import { concerns } from '../../texts/concerns'
import { useAsk, useAskPages } from '../../use-ask'
import { useNow } from '../../use-now'
import { Filters } from './filters'

function Nothing() {
  const filter = useListFilter()
  if (isNarrowed(filter)) {
    const all = (
      <AppButton kind="soft" onPress={filter.clear}>
        {concerns.empty.clear}
      </AppButton>
    )
    return <Empty title={concerns.empty.filteredTitle} help={concerns.empty.filteredHelp} action={all} />
  }
  const report = (
    <AppButton kind="soft" onPress={() => go('report')}>
      {concerns.empty.report}
    </AppButton>
  )
  return <Empty title={concerns.empty.title[filter.show]} help={concerns.empty.help} action={report} />
}

/** 大家的事: every public matter, newest first, a page at a time. */
export default function Concerns() {
  const filter = useListFilter()
  const list = useAskPages('concerns.list', inputOf(filter))
  const home = useAsk('home.show', {})
  const now = useNow()
  const card = useCallback(
    (row: ConcernRow) => (
      <ConcernCard concern={row} now={now} onPress={() => go('concern', { id: row.id })} />
    ),
    [now],
  )
  usePulledDown(list.refresh)
  return (
    <Page title={common.tabs.concerns} tab="concerns">
      <Filters filter={filter} grid={home.data?.grid} onChoose={filter.choose} />
      <Answered ask={list} rows={5}>
        {() => (
          <View>
            {list.items.length === 0 && <Nothing />}
            <LongList id="concerns" label={common.tabs.concerns} list={list} row={card} />
            <MoreRows list={list} />
          </View>
        )}
      </Answered>
    </Page>
  )
}
