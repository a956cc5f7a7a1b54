import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { endingWords, neededOf } from '../../../texts/council'
import { election as words } from '../../../texts/elections'
import { motionStateWords } from '../../../texts/motion-states'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { CandidateCard } from './candidate-card'
import { Deeds } from './deeds'
import type { Electing, MotionView } from './election-view'
import { Lot } from './lot'

function Head({ motion }: { motion: Electing }) {
  const { election, ending, state } = motion
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-row">
          <Tag words={ending ? endingWords[ending] : motionStateWords[state]} tone="mine" />
        </View>
        <View className="ld-xl">{motion.title}</View>
        <View className="ld-body">{words.office(election.office, election.seats)}</View>
        <View className="ld-sm ld-help">{neededOf(motion)}</View>
      </View>
    </Card>
  )
}

function ElectionPageView({ motion }: { motion: Electing }) {
  const now = useNow()
  const { ballot, election } = motion
  const isOpen = ballot?.state === 'voting' && now < ballot.closesAt && ballot.mine.length > 0
  return (
    <View className="ld-stack">
      <Head motion={motion} />
      <Section title={words.candidates}>
        <View className="ld-stack">
          {election.candidates.length === 0 && <Empty title={words.nobody.title} help={words.nobody.help} />}
          {election.candidates.map((candidate) => (
            <CandidateCard key={candidate.id} candidate={candidate} votes={ballot?.tally?.votes ?? null} />
          ))}
        </View>
      </Section>
      <Lot motion={motion} now={now} />
      <Deeds motion={motion} />
      {isOpen && (
        <AppButton wide onPress={() => go('ballot', { id: motion.id })}>
          {words.vote}
        </AppButton>
      )}
      <AppButton kind="line" wide onPress={() => go('motion', { id: motion.id })}>
        {words.motion}
      </AppButton>
    </View>
  )
}

const elects = (motion: MotionView): motion is Electing => motion.election !== null

/** 推选: who stands and what he says, who wants to as well, and how a tie was settled. */
export default function ElectionPage() {
  const { id = 'none' } = useRouter().params
  const asked = useAsk('motions.get', { id })
  usePulledDown(asked.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={5}>
        {(motion) =>
          elects(motion) ? (
            <ElectionPageView motion={motion} />
          ) : (
            <Empty title={words.nobody.title} help={words.nobody.help} />
          )
        }
      </Answered>
    </Page>
  )
}
