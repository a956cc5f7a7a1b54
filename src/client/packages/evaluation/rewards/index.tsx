import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { levelOf } from '#core/grids/grid'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { leftWords } from '../../../texts/dates'
import { moneyWords, rewards as words } from '../../../texts/evaluation'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { officeFor, useGrid } from '../use-place'
import { ProposeSheet } from './propose-sheet'
import { StepSheet } from './step-sheet'

export type Batch = OutputOf<'rewards.list'>['items'][number]
type Step = Batch['may'][number]

function BatchCard({ batch, onStep }: { batch: Batch; onStep: (step: Step) => void }) {
  const now = useNow()
  const { unit, items, total } = batch
  return (
    <Section title={batch.title} aside={batch.gridName}>
      <Card>
        <View className="ld-tight">
          <View className="ld-row">
            <Tag words={words.states[batch.state]} tone={batch.state === 'posted' ? 'mine' : 'quiet'} />
          </View>
          <View className="ld-md">{words.total(items.length, moneyWords(total, unit))}</View>
          <View className="ld-sm ld-help">{words.who(batch.proposedBy, batch.approvedBy)}</View>
          {batch.state === 'posted' && batch.publicUntil !== null && (
            <View className="ld-sm ld-help">{words.until(leftWords(batch.publicUntil, now))}</View>
          )}
        </View>
        {items.map(({ lifeId, name, label, amount }) => (
          <Cell key={lifeId} title={`${label}，${name}`} end={moneyWords(amount, unit)} />
        ))}
        {batch.objections.length > 0 && (
          <View className="ld-md">{words.objections(batch.objections.length)}</View>
        )}
        {batch.objections.map(({ at, words: said }) => (
          <Cell key={at} icon="flag" title={said} />
        ))}
        {batch.note && <View className="ld-body">{batch.note}</View>}
        <View className="ld-row ld-wrap">
          {batch.may.map((step) => (
            <AppButton
              key={step}
              kind={step === 'object' ? 'line' : 'soft'}
              label={`${words[step]}，${batch.title}`}
              onPress={() => onStep(step)}
            >
              {words[step]}
            </AppButton>
          ))}
        </View>
      </Card>
    </Section>
  )
}

function Batches({ gridPath }: { gridPath: string }) {
  const list = useAskPages('rewards.list', { gridPath })
  const [doing, setDoing] = useState<{ batch: Batch; step: Step }>()
  usePulledDown(list.refresh)
  return (
    <Answered ask={list} rows={4}>
      {() => (
        <View>
          {list.items.length === 0 && <Empty title={words.none.title} help={words.none.help} />}
          {list.items.map((batch) => (
            <BatchCard key={batch.id} batch={batch} onStep={(step) => setDoing({ batch, step })} />
          ))}
          <MoreRows list={list} />
          {doing && <StepSheet {...doing} onClose={() => setDoing(undefined)} />}
        </View>
      )}
    </Answered>
  )
}

/** 考核奖励: what is posted for everybody to see, and what waits for those who decide. */
export default function RewardsPage() {
  const me = useSession((session) => session.me)
  const near = useGrid()
  const gridPath = (officeFor(me, 'reward.approve') ?? officeFor(me, 'reward.propose'))?.gridPath ?? near
  const [proposing, setProposing] = useState(false)
  const [sent, setSent] = useState(false)
  // Whoever proposes does it for one grid of level 2: there the public list names the heads.
  const from = officeFor(me, 'reward.propose')?.gridPath
  const foot = from && levelOf(from) === 2 && (
    <AppButton wide onPress={() => setProposing(true)}>
      {words.propose}
    </AppButton>
  )
  return (
    <Page title={words.title} foot={foot || undefined}>
      <View className="ld-body ld-help">{words.help}</View>
      {sent && <Notice icon="checkc" title={words.sent} />}
      {!me && <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />}
      {me && gridPath && <Batches gridPath={gridPath} />}
      {me && !gridPath && <Empty title={words.none.title} help={words.none.help} />}
      {from && proposing && (
        <ProposeSheet
          gridPath={from}
          onClose={() => setProposing(false)}
          onSent={() => {
            setProposing(false)
            setSent(true)
          }}
        />
      )}
    </Page>
  )
}
