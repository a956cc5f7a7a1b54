import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Template } from '#core/messages/worth'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { motion as motionWords, passWords, ballot as words } from '../../../texts/council'
import { untilWords } from '../../../texts/dates'
import { paper } from '../../../texts/elections'
import { useAsk } from '../../../use-ask'
import { useMessages } from '../../../use-messages'
import { useNow } from '../../../use-now'
import type { BallotView, MotionView } from '../motion/motion-view'
import { Turnout } from '../turnout'
import turnout from '../turnout.module.scss'
import { ReceiptCards } from './receipts'
import { OneBallot } from './unit-ballot'
import { type Cast, useBallots } from './use-ballots'

interface BallotProps {
  motion: MotionView
  poll: BallotView
}

const OF_VOTES: readonly Template[] = ['council']

function Panel({ motion, poll, now }: BallotProps & { now: number }) {
  return (
    <Card kind="night">
      <View className={turnout.title}>{motion.title}</View>
      <View className={turnout.quiet}>{untilWords(poll.closesAt, now)}</View>
      <Turnout
        taking={poll.takingPart}
        units={poll.units}
        quorum={poll.needed.quorum}
        kind={motion.unitKind}
      />
    </Card>
  )
}

function Paper({ motion, poll, onCast }: BallotProps & { onCast: (cast: Cast) => void }) {
  const now = useNow()
  const box = useBallots(poll)
  const { ask } = useMessages(OF_VOTES)
  const castNow = async () => {
    // WeChat asks only in the task of a tap; whoever votes now may want to hear how it came out.
    void ask('byTheWay')
    const done = await box.cast()
    if (done) onCast(done)
  }
  return (
    <View className="ld-stack">
      <Panel motion={motion} poll={poll} now={now} />
      <Card>
        <View className="ld-stack">
          <View className="ld-sm ld-help">
            {words.represents(poll.mine.map(({ label }) => label).join('、'))}
          </View>
          <View className="ld-body">{motion.text}</View>
          {poll.slate?.round === 2 && <View className="ld-body">{paper.runOff}</View>}
          {poll.mine.map(({ unitId, label, choice }) => (
            <OneBallot
              key={unitId}
              label={label}
              slate={poll.slate}
              now={choice}
              chosen={box.chosen[unitId]}
              onChoose={(one) => box.choose(unitId, one)}
            />
          ))}
          <View className="ld-sm ld-help">{`${passWords(motion.rule, motion.unitKind)}。`}</View>
          <View className="ld-sm ld-help">{poll.mayChange ? words.abstain : words.fixed}</View>
          <View className="ld-sm ld-help">{motionWords[poll.ballots]}</View>
        </View>
      </Card>
      {box.missing && <Notice urgent icon="alert" title={words.choose} />}
      {box.failure && <Refused failure={box.failure} onAct={box.clear} />}
      <AppButton size="large" wide busy={box.sending} onPress={box.ask}>
        {box.said.length > 0 ? box.said.join('，') : words.title}
      </AppButton>
      <Sheet
        id="cast"
        title={words.sure.title}
        open={box.sure}
        onClose={box.giveUp}
        act={{ words: words.sure.yes, onPress: castNow, busy: box.sending }}
      >
        <View className="ld-stack">
          {box.said.map((one) => (
            <View key={one} className="ld-xl">
              {one}
            </View>
          ))}
        </View>
      </Sheet>
    </View>
  )
}

function Ballot({ motion }: { motion: MotionView }) {
  const [done, setDone] = useState<Cast>()
  const now = useNow()
  const poll = motion.ballot
  if (done) return <ReceiptCards receipts={done.receipts} />
  if (!poll || poll.mine.length === 0)
    return <Empty title={words.none.title} help={words.none.help(motion.unitKind)} />
  if (poll.state !== 'voting' || now >= poll.closesAt)
    return <Empty title={words.over.title} help={words.over.help} />
  return <Paper motion={motion} poll={poll} onCast={setDone} />
}

/** 投票: a ballot for each building one stands for, on one screen; then the receipts. */
export default function BallotPage() {
  const { id = 'none' } = useRouter().params
  const asked = useAsk('motions.get', { id })
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={6}>
        {(motion) => <Ballot motion={motion} />}
      </Answered>
    </Page>
  )
}
