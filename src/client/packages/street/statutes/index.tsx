import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Page } from '../../../components/page'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { statutoryWords } from '../../../texts/council'
import { statutes as words } from '../../../texts/statutes'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { ConfirmSheet } from './confirm-sheet'
import { OffSheet } from './off-sheet'
import { ReadSheet } from './read-sheet'

export type Statute = OutputOf<'statutes.list'>['items'][number]

interface StatuteProps {
  statute: Statute
  mayKeep: boolean
  onRead: () => void
  onConfirm: () => void
  onSwitchOff: () => void
}

/** On what it rests, or that it rests on nothing, or no longer. */
function Standing({ confirmed, off }: Pick<Statute, 'confirmed' | 'off'>) {
  const now = useNow()
  if (!confirmed && !off) return <View className="ld-body">{words.none}</View>
  return (
    <View className="ld-tight">
      <View className="ld-body">{confirmed ? words.confirmed(confirmed) : off && words.off(off)}</View>
      <View className="ld-sm ld-help">
        {confirmed ? words.by(confirmed.by, confirmed.at, now) : off && words.offBy(off, now)}
      </View>
    </View>
  )
}

/** One rule of the law: what it takes, on what it rests, and what the reader can do about it. */
function StatuteCard({ statute, mayKeep, onRead, onConfirm, onSwitchOff }: StatuteProps) {
  const { rule, ofHundred, confirmed, off, waiting } = statute
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-md">{statutoryWords[rule]}</View>
        <View className="ld-sm ld-help">{words.ofHundred(ofHundred)}</View>
        <Standing confirmed={confirmed} off={off} />
        {waiting && <View className="ld-body">{words.waiting(waiting)}</View>}
        {waiting?.mine && <View className="ld-sm ld-help">{words.another}</View>}
        {mayKeep && waiting && !waiting.mine && (
          <AppButton wide onPress={onConfirm}>
            {words.confirm}
          </AppButton>
        )}
        {mayKeep && !waiting && (
          <AppButton kind="soft" wide onPress={onRead}>
            {words.read}
          </AppButton>
        )}
        {mayKeep && confirmed && (
          <AppButton kind="line" wide onPress={onSwitchOff}>
            {words.switchOff}
          </AppButton>
        )}
      </View>
    </Card>
  )
}

/** 法定规则: residents' and owners' votes stay off until two officials have read the law. */
export default function StatutesPage() {
  const asked = useAsk('statutes.list', {})
  const offices = useSession((session) => session.me?.offices)
  const mayKeep = offices?.some(({ role }) => reachOf('statute.keep', role) !== undefined) ?? false
  const [reading, setReading] = useState<Statute>()
  const [confirming, setConfirming] = useState<Statute>()
  const [ending, setEnding] = useState<Statute>()
  usePulledDown(asked.refresh)
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        <View className="ld-body">{words.what}</View>
        <Answered ask={asked} rows={4}>
          {({ items }) => (
            <View className="ld-stack">
              {items.map((statute) => (
                <StatuteCard
                  key={statute.rule}
                  statute={statute}
                  mayKeep={mayKeep}
                  onRead={() => setReading(statute)}
                  onConfirm={() => setConfirming(statute)}
                  onSwitchOff={() => setEnding(statute)}
                />
              ))}
            </View>
          )}
        </Answered>
      </View>
      {reading && <ReadSheet statute={reading} onClose={() => setReading(undefined)} />}
      {confirming?.waiting && (
        <ConfirmSheet
          statute={confirming}
          waiting={confirming.waiting}
          onClose={() => setConfirming(undefined)}
        />
      )}
      {ending?.confirmed && (
        <OffSheet statute={ending} confirmed={ending.confirmed} onClose={() => setEnding(undefined)} />
      )}
    </Page>
  )
}
