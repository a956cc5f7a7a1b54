import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { freeWords, offerKindWords, sittingWords, weeklyWords, offers as words } from '../../../texts/offers'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { useGrid } from '../use-grid'

type Row = OutputOf<'offers.list'>['items'][number]
type Show = keyof typeof words.shows

function OfferRow({ row, now }: { row: Row; now: number }) {
  const { id, title, kind, who, place, next, walkIn, weekly, ended } = row
  const nextWords = next && words.next(sittingWords(next, now))
  return (
    <Card onPress={() => go('offer', { id })} label={[title, who, nextWords].filter(Boolean).join('，')}>
      <View className="ld-tight">
        <View className="ld-row ld-between ld-wrap">
          <View className="ld-lg ld-grow">{title}</View>
          {next && !walkIn ? (
            <Tag tone="lit" words={freeWords(next)} />
          ) : (
            <Tag words={walkIn ? words.walkIn : offerKindWords[kind]} />
          )}
        </View>
        <View className="ld-body ld-help">{words.who(who, place)}</View>
        <View className="ld-sm ld-help">{weeklyWords(weekly)}</View>
        {!ended && <View className="ld-sm ld-help">{nextWords ?? words.full}</View>}
      </View>
    </Card>
  )
}

function Offers({ gridPath, show }: { gridPath: string; show: Show }) {
  const now = useNow()
  const list = useAskPages('offers.list', { gridPath, show })
  usePulledDown(list.refresh)
  const writesAt = list.data?.writesAt
  return (
    <Answered ask={list} rows={4}>
      {() => (
        <View className="ld-stack">
          {list.items.length === 0 && <Empty {...words.empty[show]} />}
          {list.items.map((row) => (
            <OfferRow key={row.id} row={row} now={now} />
          ))}
          <MoreRows list={list} />
          {writesAt && (
            <AppButton kind="line" wide onPress={() => go('writeOffer', { grid: writesAt })}>
              {words.write}
            </AppButton>
          )}
        </View>
      )}
    </Answered>
  )
}

/** 常设服务: who does what, where and when, and the next time there is a place. */
export default function OffersPage() {
  const gridPath = useGrid()
  const me = useSession((session) => session.me)
  const [show, setShow] = useState<Show>('open')
  const choices = (['open', 'provided', 'ended'] as const)
    .filter((value) => value !== 'provided' || me !== undefined)
    .map((value) => ({ value, words: words.shows[value] }))
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        {me && (
          <Card>
            <Cell icon="clock" title={words.mine} help={words.mineHelp} onPress={() => go('bookings')} />
          </Card>
        )}
        <Segmented label={words.filter} choices={choices} value={show} onChoose={setShow} />
        {gridPath && <Offers key={show} gridPath={gridPath} show={show} />}
      </View>
    </Page>
  )
}
