import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { bookingWords } from '../../../texts/booking-states'
import { offer as offerWords, sittingWords, bookings as words } from '../../../texts/offers'
import { useAskPages } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'

type Row = OutputOf<'offers.mine'>['items'][number]

function BookingCard({ row, now }: { row: Row; now: number }) {
  const { send, sending, failure, clear } = useCommand('offers.cancel')
  const when = sittingWords(row, now)
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-row ld-between ld-wrap">
          <View className="ld-lg ld-grow">{row.title}</View>
          <Tag
            tone={row.state === 'booked' ? 'mine' : 'quiet'}
            words={offerWords.mine(row.forWhom, bookingWords[row.state])}
          />
        </View>
        <View className="ld-body">{when}</View>
        <View className="ld-body ld-help">{`${row.who}，${row.place}`}</View>
        <View className="ld-row ld-wrap">
          {row.mayCancel && (
            <AppButton
              kind="line"
              size="small"
              busy={sending}
              label={`${offerWords.cancel}，${row.title}，${when}`}
              onPress={() => send({ id: row.id })}
            >
              {offerWords.cancel}
            </AppButton>
          )}
          <AppButton
            kind="line"
            size="small"
            label={`${offerWords.title}：${row.title}`}
            onPress={() => go('offer', { id: row.offerId })}
          >
            {offerWords.title}
          </AppButton>
        </View>
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Card>
  )
}

/** 我约的: when to go, and a way to say that one cannot. */
export default function BookingsPage() {
  const now = useNow()
  const list = useAskPages('offers.mine', {})
  usePulledDown(list.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={list} rows={3}>
        {() => (
          <View className="ld-stack">
            {list.items.length === 0 && <Empty {...words.empty} />}
            {list.items.map((row) => (
              <BookingCard key={row.id} row={row} now={now} />
            ))}
            <MoreRows list={list} />
          </View>
        )}
      </Answered>
    </Page>
  )
}
