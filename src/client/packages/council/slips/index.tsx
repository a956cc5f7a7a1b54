import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { usePulledDown } from '../../../platform/scrolling'
import { untilWords } from '../../../texts/dates'
import { slips as words } from '../../../texts/slips'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { SlipForm } from './slip-form'
import { SlipRow } from './slip-row'
import { WaitingSlip } from './waiting-slip'

export type Slips = OutputOf<'slips.list'>
export type Slip = Slips['slips'][number]

function SlipsView({ found: { poll, missing, slips } }: { found: Slips }) {
  const now = useNow()
  const isOpen = poll.isOpen && now < poll.closesAt
  const waiting = slips.filter(({ state }) => state === 'waiting')
  const others = slips.filter(({ state }) => state !== 'waiting')
  return (
    <View className="ld-stack">
      <Card>
        <View className="ld-tight">
          <View className="ld-lg">{poll.title}</View>
          <View className="ld-sm ld-help">{isOpen ? untilWords(poll.closesAt, now) : words.over}</View>
        </View>
      </Card>
      {poll.ballots === 'secret' && <Notice icon="shield" title={words.secret} help={words.secretHelp} />}
      {waiting.length > 0 && (
        <Section title={words.waiting(waiting.length)}>
          {waiting.map((slip) => (
            <WaitingSlip key={slip.id} slip={slip} poll={{ ...poll, isOpen }} />
          ))}
        </Section>
      )}
      {isOpen && (
        <Section title={words.enter} aside={words.missing(missing.length, poll.unitKind)}>
          <SlipForm poll={poll} missing={missing} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={words.done}>
          <Card>
            {others.map((slip) => (
              <SlipRow key={slip.id} slip={slip} kind={poll.unitKind} />
            ))}
          </Card>
        </Section>
      )}
      {!isOpen && slips.length === 0 && <Empty title={words.none} help={words.noneHelp} />}
    </View>
  )
}

/** 录票: ballots from paper and the telephone, each read by two people. */
export default function SlipsPage() {
  const { motion = 'none' } = useRouter().params
  const asked = useAsk('slips.list', { motionId: motion })
  usePulledDown(asked.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={5}>
        {(found) => <SlipsView found={found} />}
      </Answered>
    </Page>
  )
}
