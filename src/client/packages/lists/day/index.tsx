import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { dayOf, startOfDay } from '#core/concerns/calendar'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { usePulledDown } from '../../../platform/scrolling'
import { bookingWords } from '../../../texts/booking-states'
import { dayWords } from '../../../texts/dates'
import { freeWords, sittingWords, day as words } from '../../../texts/offers'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'

type Day = OutputOf<'offers.day'>
type Booking = Day['sittings'][number]['bookings'][number]

function BookingRow({ booking }: { booking: Booking }) {
  const { send, sending, failure, clear } = useCommand('offers.mark', booking.name)
  const { id, name, other, state } = booking
  return (
    <View className="ld-tight">
      <View className="ld-row ld-between ld-wrap">
        <View className="ld-grow">
          <View className="ld-md">{name}</View>
          {other && <View className="ld-sm ld-help">{words.other}</View>}
        </View>
        <Tag tone={state === 'came' ? 'lit' : 'quiet'} words={bookingWords[state]} />
      </View>
      {state !== 'off' && (
        <View className="ld-row ld-wrap">
          {([true, false] as const).map((came) => {
            const said = came ? words.came : words.absent
            return (
              <AppButton
                key={said}
                kind={came ? 'soft' : 'line'}
                size="small"
                busy={sending}
                label={words.mark(said, name)}
                onPress={() => send({ id, came })}
              >
                {said}
              </AppButton>
            )
          })}
        </View>
      )}
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

function DayView({ shown, now }: { shown: Day; now: number }) {
  return (
    <View className="ld-stack">
      <View className="ld-xl">{shown.title}</View>
      {shown.sittings.length === 0 && <Card>{words.noSitting}</Card>}
      {shown.sittings.map((sitting) => (
        <Section key={sitting.startsAt} title={sittingWords(sitting, now)} aside={freeWords(sitting)}>
          <Card>
            <View className="ld-stack">
              {sitting.bookings.length === 0 && <View className="ld-body ld-help">{words.none}</View>}
              {sitting.bookings.map((booking) => (
                <BookingRow key={booking.id} booking={booking} />
              ))}
            </View>
          </Card>
        </Section>
      ))}
    </View>
  )
}

/** 这天谁来: the provider's list of a day, and who came. */
export default function OfferDayPage() {
  const { id = 'none', day: asked } = useRouter().params
  const now = useNow()
  const [day, setDay] = useState(asked ? Number(asked) : dayOf(now))
  const shown = useAsk('offers.day', { id, day })
  usePulledDown(shown.refresh)
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        <View className="ld-row ld-between ld-wrap">
          <AppButton kind="line" size="small" onPress={() => setDay(day - 1)}>
            {words.before}
          </AppButton>
          <View className="ld-md">{dayWords(startOfDay(day), now)}</View>
          <AppButton kind="line" size="small" onPress={() => setDay(day + 1)}>
            {words.after}
          </AppButton>
        </View>
        <Answered ask={shown} rows={3}>
          {(data) => <DayView shown={data} now={now} />}
        </Answered>
      </View>
    </Page>
  )
}
