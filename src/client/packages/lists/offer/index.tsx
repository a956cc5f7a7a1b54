import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { dayOf } from '#core/concerns/calendar'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { bookingWords } from '../../../texts/booking-states'
import { yearDateWords } from '../../../texts/dates'
import {
  freeWords,
  offers as listWords,
  offerKindWords,
  sittingWords,
  weeklyWords,
  offer as words,
} from '../../../texts/offers'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import { useSignedIn } from '../../../use-signed-in'
import { BookSheet } from './book-sheet'
import { NoteSheet } from './note-sheet'

export type OfferView = OutputOf<'offers.get'>
export type SittingView = OfferView['sittings'][number]

const NOON = 43_200_000
const CHINA = 28_800_000
const noonOf = (day: number): number => day * 86_400_000 - CHINA + NOON

function Front({ offer }: { offer: OfferView }) {
  const { title, kind, who, place, detail, weekly, toDay, note, walkIn } = offer
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-row ld-wrap">
          <Tag words={offerKindWords[kind]} />
          {walkIn && <Tag tone="lit" words={listWords.walkIn} />}
        </View>
        <View className="ld-xl">{title}</View>
        <View className="ld-body">{listWords.who(who, place)}</View>
        <View className="ld-body">{weeklyWords(weekly)}</View>
        {detail && <View className="ld-body">{detail}</View>}
        <View className="ld-sm ld-help">
          {note ? words.ended(note) : `${words.until}：${yearDateWords(noonOf(toDay))}`}
        </View>
      </View>
    </Card>
  )
}

function Mine({ mine, now, startsAt }: { mine: SittingView['mine'][number]; now: number; startsAt: number }) {
  const { send, sending, failure, clear } = useCommand('offers.cancel')
  return (
    <View className="ld-tight">
      <View className="ld-row ld-between ld-wrap">
        <Tag tone="mine" words={words.mine(mine.forWhom, bookingWords[mine.state])} />
        {mine.state === 'booked' && now < startsAt && (
          <AppButton kind="line" size="small" busy={sending} onPress={() => send({ id: mine.id })}>
            {words.cancel}
          </AppButton>
        )}
      </View>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

interface SittingProps {
  offer: OfferView
  sitting: SittingView
  now: number
  onBook: (forOther: boolean) => void
  onOff: () => void
}

function SittingCard({ offer, sitting, now, onBook, onOff }: SittingProps) {
  const { startsAt, capacity, taken, state, mine } = sitting
  const when = sittingWords(sitting, now)
  const isFree = state === 'open' && taken < capacity && !offer.walkIn && !offer.ended
  const hasOwn = mine.some(({ forWhom, state: stand }) => forWhom === null && stand === 'booked')
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-row ld-between ld-wrap">
          <View className="ld-md ld-grow">{when}</View>
          {!offer.walkIn && <Tag tone={isFree ? 'lit' : 'quiet'} words={freeWords(sitting)} />}
        </View>
        {mine.map((one) => (
          <Mine key={one.id} mine={one} now={now} startsAt={startsAt} />
        ))}
        <View className="ld-row ld-wrap">
          {isFree && !hasOwn && (
            <AppButton
              kind="soft"
              size="small"
              label={`${words.book}，${when}`}
              onPress={() => onBook(false)}
            >
              {words.book}
            </AppButton>
          )}
          {isFree && (
            <AppButton
              kind="line"
              size="small"
              label={`${words.other}，${when}`}
              onPress={() => onBook(true)}
            >
              {words.other}
            </AppButton>
          )}
          {offer.provides && (
            <AppButton
              kind="line"
              size="small"
              label={`${words.day}，${when}`}
              onPress={() => go('offerDay', { id: offer.id, day: String(dayOf(startsAt)) })}
            >
              {words.day}
            </AppButton>
          )}
          {offer.provides && state === 'open' && (
            <AppButton kind="line" size="small" label={`${words.callOff}，${when}`} onPress={onOff}>
              {words.callOff}
            </AppButton>
          )}
        </View>
      </View>
    </Card>
  )
}

type Opened = { book: SittingView; forOther: boolean } | { off: SittingView } | 'end'

function OfferPageView({ offer }: { offer: OfferView }) {
  const now = useNow()
  const signedIn = useSignedIn('book')
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  return (
    <View className="ld-stack">
      <Front offer={offer} />
      <Section title={words.sittings}>
        <View className="ld-stack">
          {offer.sittings.length === 0 && <Card>{words.none}</Card>}
          {offer.sittings.map((sitting) => (
            <SittingCard
              key={sitting.startsAt}
              offer={offer}
              sitting={sitting}
              now={now}
              onBook={(forOther) => signedIn(() => setOpened({ book: sitting, forOther }))}
              onOff={() => setOpened({ off: sitting })}
            />
          ))}
        </View>
      </Section>
      {offer.mayEnd && (
        <AppButton
          kind="line"
          wide
          onPress={() => go('writeOffer', { grid: offer.gridPath, offer: offer.id })}
        >
          {words.change}
        </AppButton>
      )}
      {offer.mayEnd && (
        <AppButton kind="line" wide onPress={() => setOpened('end')}>
          {words.end}
        </AppButton>
      )}
      {opened && opened !== 'end' && 'book' in opened && (
        <BookSheet offer={offer} sitting={opened.book} forOther={opened.forOther} now={now} onClose={close} />
      )}
      {opened === 'end' && <NoteSheet offer={offer} startsAt={null} onClose={close} />}
      {opened && opened !== 'end' && 'off' in opened && (
        <NoteSheet offer={offer} startsAt={opened.off.startsAt} onClose={close} />
      )}
    </View>
  )
}

/** One offer: every stretch of the next four weeks, what is free and what is mine. */
export default function OfferPage() {
  const { id = 'none' } = useRouter().params
  const asked = useAsk('offers.get', { id })
  usePulledDown(asked.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={5}>
        {(offer) => <OfferPageView offer={offer} />}
      </Answered>
    </Page>
  )
}
