import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Notice } from '../../../components/notice'
import { Section } from '../../../components/section'
import { usePulledDown } from '../../../platform/scrolling'
import { rights } from '../../../texts/rights'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { MyPage } from '../mine'
import { AskSheet } from './ask-sheet'

const words = rights.corrections
type Correction = OutputOf<'corrections.mine'>['items'][number]

const stateOf = ({ corrected, answer, dueAt }: Correction, now: number): string => {
  if (corrected === null) return words.waiting(dueAt, now)
  return corrected ? words.done(answer) : words.refused(answer)
}

function Mine() {
  const mine = useAsk('corrections.mine', {})
  const now = useNow()
  usePulledDown(mine.refresh)
  return (
    <Section title={words.mine}>
      <Answered ask={mine} rows={2}>
        {({ items }) => (
          <View className="ld-stack">
            {items.length === 0 && <Empty title={words.none} />}
            {items.map((one) => (
              <Card key={one.id}>
                <Cell icon="refresh" title={words.kinds[one.about]} help={stateOf(one, now)} />
                <View className="ld-body">{one.words}</View>
              </Card>
            ))}
          </View>
        )}
      </Answered>
    </Section>
  )
}

function Corrections() {
  const [asking, setAsking] = useState(false)
  const [dueAt, setDueAt] = useState<number>()
  const now = useNow()
  return (
    <View>
      <View className="ld-body">{words.lead}</View>
      {dueAt !== undefined && <Notice icon="checkc" title={words.sent(dueAt, now)} />}
      <AppButton size="large" wide onPress={() => setAsking(true)}>
        {words.ask}
      </AppButton>
      <Mine />
      {asking && (
        <AskSheet
          onClose={() => setAsking(false)}
          onSent={(due) => {
            setAsking(false)
            setDueAt(due)
          }}
        />
      )}
    </View>
  )
}

/** 更正: what somebody cannot set right himself. */
export default function CorrectionsPage() {
  return <MyPage title={words.title}>{() => <Corrections />}</MyPage>
}
