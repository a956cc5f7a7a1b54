import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { choiceWords, outcomeWords, motion as words } from '../../../texts/council'
import { momentWords } from '../../../texts/dates'
import { Turnout } from '../turnout'
import turnout from '../turnout.module.scss'
import type { BallotView, MotionView } from './motion-view'

interface PollProps {
  motion: MotionView
  poll: BallotView
  now: number
}

/** A poll as it runs: how many, until when; or its result in exact numbers, ready to be counted again. */
export function PollCard({ motion, now }: { motion: MotionView; now: number }) {
  const poll = motion.ballot
  if (!poll || poll.state === 'void') return null
  return poll.tally ? (
    <Result poll={poll} tally={poll.tally} />
  ) : (
    <Running motion={motion} poll={poll} now={now} />
  )
}

function Running({ motion, poll, now }: PollProps) {
  const over = now >= poll.closesAt
  const voted = poll.mine.some(({ receipt }) => receipt !== null)
  return (
    <Card kind="night">
      <View className="ld-row ld-between ld-wrap">
        <View className={turnout.quiet}>{words[poll.ballots]}</View>
        <View className={turnout.quiet}>
          {over ? words.counting : words.closes(momentWords(poll.closesAt, now))}
        </View>
      </View>
      <Turnout taking={poll.takingPart} units={poll.units} quorum={poll.needed.quorum} />
      <View className={turnout.quiet}>{words.hidden}</View>
      <View className={turnout.quiet}>{words.roll(poll.rollHash)}</View>
      {poll.mine.length > 0 && !over && (
        <View className={turnout.act}>
          <AppButton kind="cream" wide onPress={() => go('ballot', { id: motion.id })}>
            {voted ? words.change : words.vote}
          </AppButton>
        </View>
      )}
    </Card>
  )
}

function Line({ title, wanted, had }: { title: string; wanted: number; had: number }) {
  return (
    <View className="ld-row ld-between">
      <View className="ld-row">
        <Icon name={had >= wanted ? 'checkc' : 'x'} size={20} />
        <View className="ld-md">{title}</View>
      </View>
      <View className="ld-sm">{words.want(wanted, had)}</View>
    </View>
  )
}

function Result({ poll, tally }: { poll: BallotView; tally: NonNullable<BallotView['tally']> }) {
  const { units } = tally
  const taking = units.for + units.against + units.abstain
  return (
    <Section title={words.result}>
      <Card>
        <View className="ld-stack">
          <View className="ld-xl">{outcomeWords[tally.outcome]}</View>
          <View className="ld-row ld-wrap">
            {(['for', 'against', 'abstain'] as const).map((choice) => (
              <View key={choice} className="ld-md">{`${choiceWords[choice]} ${units[choice]}`}</View>
            ))}
            <View className="ld-md ld-help">{words.absent(units.all - taking)}</View>
          </View>
          {poll.needed.quorum > 0 && (
            <Line title={words.quorumLine} wanted={poll.needed.quorum} had={taking} />
          )}
          <Line title={words.passLine} wanted={tally.needed} had={units.for} />
          <View className="ld-xs ld-help">{words.fingerprint(poll.fingerprint ?? '')}</View>
          <AppButton kind="soft" icon="search" wide onPress={() => go('checkVote', { poll: poll.id })}>
            {words.check}
          </AppButton>
        </View>
      </Card>
    </Section>
  )
}
