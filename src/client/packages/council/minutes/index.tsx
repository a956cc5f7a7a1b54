import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { usePulledDown } from '../../../platform/scrolling'
import { momentWords } from '../../../texts/dates'
import {
  actWords,
  itemWords,
  meetingStateWords,
  meetings,
  room,
  minutes as words,
} from '../../../texts/meetings'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { type Asked, MinutesSheet } from './minutes-sheet'

export type Minutes = OutputOf<'meetings.minutes'>

/** Who came, and how many it took. */
function Came({ minutes, now }: { minutes: Minutes; now: number }) {
  const { came, beganAt, closedAt } = minutes
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-xl">{meetings.name(minutes.no, minutes.unitKind)}</View>
        <View className="ld-sm ld-help">{meetingStateWords[minutes.state]}</View>
        <View className="ld-body">{words.held(momentWords(beganAt, now), momentWords(closedAt, now))}</View>
        <View className="ld-body">{minutes.venue}</View>
        <View className="ld-md">{words.came({ ...minutes, present: came.length })}</View>
        <View className="ld-sm ld-help">{`${words.who}：${came.map(({ label }) => label).join('、')}`}</View>
      </View>
    </Card>
  )
}

function Matters({ minutes }: { minutes: Minutes }) {
  return (
    <Section title={words.matters}>
      <Card>
        <View className="ld-stack">
          {minutes.agenda.map((item) => (
            <View key={item.place} className="ld-tight">
              <View className="ld-md">{`${item.place}. ${item.title}`}</View>
              <View className="ld-body">{itemWords(item)}</View>
              {item.vote && <View className="ld-body">{room.result(item.vote.units, minutes.unitKind)}</View>}
              {item.vote && <View className="ld-sm ld-help">{words.record(item.vote.fingerprint)}</View>}
              {item.spoken.map(({ label, side, seconds }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a speech is its place in the list; it never moves.
                <View key={at} className="ld-sm">
                  {words.spoken(label, side, seconds)}
                </View>
              ))}
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}

function Rulings({ rulings }: Pick<Minutes, 'rulings'>) {
  if (rulings.length === 0) return null
  return (
    <Section title={words.rulings}>
      <Card>
        <View className="ld-stack">
          {rulings.map(({ label, words: said, sustained, note }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a ruling is its place in the list; it never moves.
            <View key={at} className="ld-tight">
              <View className="ld-body">{`${room.pointBy(label)}：${said}`}</View>
              <View className="ld-sm ld-help">{`${room.ruled(sustained)}，${note}`}</View>
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}

function Written({ minutes, now }: { minutes: Minutes; now: number }) {
  const signed = (as: 'chair' | 'member') => minutes.signatures.find((one) => one.as === as)
  return (
    <Section title={words.text}>
      <Card>
        <View className="ld-stack">
          <View className="ld-body">{minutes.text ?? words.notYet}</View>
          {minutes.draftedBy && <View className="ld-sm ld-help">{words.by(minutes.draftedBy)}</View>}
          {minutes.text !== null &&
            (['chair', 'member'] as const).map((as) => {
              const one = signed(as)
              return (
                <View key={as} className="ld-row ld-between ld-wrap">
                  <View className="ld-md">{words.signer(as, minutes.unitKind)}</View>
                  <View className="ld-body">
                    {one ? `${one.name}，${momentWords(one.at, now)}` : words.unsigned}
                  </View>
                </View>
              )
            })}
          {minutes.hash && <View className="ld-sm ld-help">{words.hash(minutes.hash)}</View>}
        </View>
      </Card>
    </Section>
  )
}

const ASKED = ['draft', 'sign', 'correct'] as const

function MinutesView({ minutes }: { minutes: Minutes }) {
  const now = useNow()
  const [asked, setAsked] = useState<Asked>()
  const may = ASKED.filter((kind) => minutes.may.includes(kind))
  return (
    <View className="ld-stack">
      <Came minutes={minutes} now={now} />
      <Matters minutes={minutes} />
      <Rulings rulings={minutes.rulings} />
      <Written minutes={minutes} now={now} />
      {minutes.errata.length > 0 && (
        <Section title={words.errata}>
          <Card>
            {minutes.errata.map(({ no, words: said }) => (
              <View key={no} className="ld-body">
                {words.erratum(no, said)}
              </View>
            ))}
          </Card>
        </Section>
      )}
      {may.map((kind) => (
        <AppButton key={kind} kind={kind === 'sign' ? 'primary' : 'soft'} wide onPress={() => setAsked(kind)}>
          {actWords[kind] ?? ''}
        </AppButton>
      ))}
      {asked && (
        <MinutesSheet key={asked} kind={asked} minutes={minutes} onClose={() => setAsked(undefined)} />
      )}
    </View>
  )
}

/** 会议记录: figures nobody typed, the secretary's words, two signatures, and what was wrong under a number. */
export default function MinutesPage() {
  const { id = 'none' } = useRouter().params
  const asked = useAsk('meetings.minutes', { id })
  usePulledDown(asked.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={6}>
        {(minutes) => <MinutesView minutes={minutes} />}
      </Answered>
    </Page>
  )
}
