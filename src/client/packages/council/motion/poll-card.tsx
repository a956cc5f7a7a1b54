import { View } from '@tarojs/components'
import { CHOICES } from '#core/council/tally'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { choiceWords, outcomeWords, motion as words } from '../../../texts/council'
import { momentWords } from '../../../texts/dates'
import { election, paper } from '../../../texts/elections'
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
    <Result motion={motion} poll={poll} tally={poll.tally} />
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
      <Turnout
        taking={poll.takingPart}
        units={poll.units}
        quorum={poll.needed.quorum}
        kind={motion.unitKind}
      />
      <View className={turnout.quiet}>{words.hidden(motion.unitKind)}</View>
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

/** Owners reach every share by area, too (民法典 278). */
function AreaLines({ area }: { area: NonNullable<NonNullable<BallotView['tally']>['area']> }) {
  const taking = area.for + area.against + area.abstain
  return (
    <View className="ld-tight">
      <Line title={words.areaQuorumLine} wanted={area.quorum} had={taking} said={words.wantArea} />
      <Line title={words.areaPassLine} wanted={area.needed} had={area.for} said={words.wantArea} />
    </View>
  )
}

interface LineProps {
  title: string
  wanted: number
  had: number
  said: (wanted: number, had: number) => string
}

function Line({ title, wanted, had, said }: LineProps) {
  return (
    <View className="ld-row ld-between">
      <View className="ld-row">
        <Icon name={had >= wanted ? 'checkc' : 'x'} size={20} />
        <View className="ld-md">{title}</View>
      </View>
      <View className="ld-sm">{said(wanted, had)}</View>
    </View>
  )
}

interface ResultProps {
  motion: MotionView
  poll: BallotView
  tally: NonNullable<BallotView['tally']>
}

/** Of a matter, how many were for it and against it; of an election, who has how many votes. */
function Votes({ motion, poll, tally }: ResultProps) {
  const { units, votes } = tally
  const absent = units.all - units.for - units.against - units.abstain
  const wonBy = motion.election?.candidates.filter(({ elected }) => elected).map(({ id }) => id)
  const nameOf = (id: string) => poll.slate?.candidates.find((one) => one.id === id)?.name
  return (
    <View className="ld-tight">
      {votes?.map(({ candidateId, votes: many }) => (
        <View key={candidateId} className="ld-row ld-between">
          <View className="ld-md">{nameOf(candidateId)}</View>
          <View className="ld-row">
            {wonBy?.includes(candidateId) && <Tag words={election.elected} tone="lit" />}
            <View className="ld-md">{paper.votes(many)}</View>
          </View>
        </View>
      ))}
      <View className="ld-row ld-wrap">
        {(votes ? (['abstain'] as const) : CHOICES).map((choice) => (
          <View key={choice} className="ld-md">{`${choiceWords[choice]} ${units[choice]}`}</View>
        ))}
        <View className="ld-md ld-help">{words.absent(absent)}</View>
      </View>
    </View>
  )
}

function Result({ motion, poll, tally }: ResultProps) {
  const { units } = tally
  const taking = units.for + units.against + units.abstain
  const said = words.want(motion.unitKind)
  return (
    <Section title={words.result}>
      <Card>
        <View className="ld-stack">
          <View className="ld-xl">
            {tally.votes ? paper.outcome(tally.outcome) : outcomeWords[tally.outcome]}
          </View>
          <Votes motion={motion} poll={poll} tally={tally} />
          {poll.needed.quorum > 0 && (
            <Line title={words.quorumLine} wanted={poll.needed.quorum} had={taking} said={said} />
          )}
          {!tally.votes && <Line title={words.passLine} wanted={tally.needed} had={units.for} said={said} />}
          {tally.area && <AreaLines area={tally.area} />}
          <View className="ld-xs ld-help">{words.fingerprint(poll.fingerprint ?? '')}</View>
          <AppButton kind="soft" icon="search" wide onPress={() => go('checkVote', { poll: poll.id })}>
            {words.check}
          </AppButton>
        </View>
      </Card>
    </Section>
  )
}
