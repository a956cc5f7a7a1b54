import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { policyWords, hardship as shared, myHardship as words } from '../../../texts/care'
import { hardshipStates } from '../../../texts/care-states'
import { dayWords } from '../../../texts/dates'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { AppealSheet } from './appeal-sheet'
import { Consent } from './consent'
import { ReportSheet } from './report-sheet'

export type Mine = OutputOf<'hardship.mine'>['items'][number]

function Measures({ item }: { item: Mine }) {
  const now = useNow()
  return (
    <View>
      {item.measures.map(({ what, who, dueAt, doneAt }) => (
        <Cell
          key={`${what}${dueAt}`}
          icon={doneAt ? 'checkc' : 'clock'}
          title={shared.measure(what, who)}
          help={doneAt ? shared.doneAt(doneAt, now) : shared.due(dueAt, now)}
        />
      ))}
    </View>
  )
}

/** His own, whole. */
function Own({ item, onDone }: { item: Mine; onDone: () => void }) {
  const [appealing, setAppealing] = useState(false)
  const now = useNow()
  const { state, assessment, policies, mayConsent, mayAppeal, reportedAt } = item
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-row ld-wrap">
          <Tag tone="mine" words={hardshipStates[state]} />
          <Tag words={dayWords(reportedAt, now)} />
        </View>
        {state === 'reported' && item.agreed && <View className="ld-body">{words.waits}</View>}
        {assessment && <View className="ld-body">{assessment}</View>}
        {policies.length > 0 && (
          <View className="ld-body">
            {words.policies(policies.map((one) => policyWords[one]).join('、'))}
          </View>
        )}
        <Measures item={item} />
        {mayConsent && <Consent item={item} onDone={onDone} />}
        {mayAppeal && (
          <AppButton kind="soft" wide onPress={() => setAppealing(true)}>
            {words.appeal}
          </AppButton>
        )}
      </View>
      {appealing && (
        <AppealSheet
          item={item}
          onClose={() => setAppealing(false)}
          onDone={() => {
            setAppealing(false)
            onDone()
          }}
        />
      )}
    </Card>
  )
}

/** What may be done about it all: taken back, and who has looked. */
function Ways() {
  return (
    <Card>
      <Cell icon="x" title={words.withdraw} help={words.withdrawHelp} onPress={() => go('consents')} />
      <Cell icon="lock" title={words.looks} onPress={() => go('looks')} />
    </Card>
  )
}

function Cases() {
  const [reporting, setReporting] = useState(false)
  const mine = useAsk('hardship.mine', {})
  usePulledDown(mine.refresh)
  const done = () => {
    setReporting(false)
    mine.refresh()
  }
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.lead}</View>
      <AppButton size="large" wide icon="buoy" onPress={() => setReporting(true)}>
        {words.report}
      </AppButton>
      <Answered ask={mine} rows={3}>
        {({ items }) => (
          <View className="ld-stack">
            {items.length === 0 && <Empty {...words.none} />}
            {items.map((item) =>
              item.own ? (
                <Own key={item.id} item={item} onDone={done} />
              ) : (
                <Section key={item.id} title={words.neighbour}>
                  <Card>
                    <View className="ld-body">{words.neighbourHelp}</View>
                  </Card>
                </Section>
              ),
            )}
            {items.some(({ own }) => own) && <Ways />}
          </View>
        )}
      </Answered>
      {reporting && <ReportSheet onClose={() => setReporting(false)} onDone={done} />}
    </View>
  )
}

/** 我的解困: to report one's own hardship, or a neighbour's who agreed, and to see what becomes of one's own. */
export default function MyHardshipPage() {
  const me = useSession((session) => session.me)
  return (
    <Page title={words.title}>{me ? <Cases /> : <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />}</Page>
  )
}
