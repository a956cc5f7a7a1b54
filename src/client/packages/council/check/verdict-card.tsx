import { View } from '@tarojs/components'
import { CHOICES, takingPart } from '#core/council/tally'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Section } from '../../../components/section'
import { outcomeWords, check as words } from '../../../texts/council'
import { election as electionWords, paper } from '../../../texts/elections'
import type { Recount } from './recount'

/** Believed or not, and why; the count this phone came to; and which houses chose what. */
export function VerdictCard({ counted }: { counted: Recount }) {
  const { verdict, rollSame, slate, unitKind } = counted
  if (!verdict.sound) {
    const where = verdict.line === undefined ? '' : `，${words.line(verdict.line)}`
    return (
      <Notice urgent icon="alert" title={words.unsound} help={`${words.doubts[verdict.doubt]}${where}`} />
    )
  }
  const { units, outcome, election } = verdict.tally
  const nameOf = (id: string) => slate?.candidates.find((one) => one.id === id)?.name ?? id
  return (
    <View className="ld-stack">
      <Notice
        urgent
        icon="checkc"
        title={words.sound}
        help={words.soundHelp(takingPart(units), units.all, unitKind)}
      />
      {rollSame !== undefined && (
        <View className="ld-sm ld-help">{rollSame ? words.rollSame : words.rollOther}</View>
      )}
      <Card>
        <View className="ld-stack">
          <View className="ld-md">{verdict.poll.title}</View>
          <View className="ld-xl">{election ? paper.outcome(outcome) : outcomeWords[outcome]}</View>
          {election?.votes.map(({ candidateId, votes }) => (
            <View key={candidateId} className="ld-md">
              {`${nameOf(candidateId)} ${paper.votes(votes)}`}
            </View>
          ))}
          {election && election.elected.length > 0 && (
            <View className="ld-md">{`${electionWords.elected}：${election.elected.map(nameOf).join('、')}`}</View>
          )}
          <View className="ld-row ld-wrap">
            {(election ? (['abstain'] as const) : CHOICES).map((choice) => (
              <View key={choice} className="ld-md">
                {words.counts(choice, units[choice])}
              </View>
            ))}
          </View>
        </View>
      </Card>
      <Houses counted={counted} />
    </View>
  )
}

function Houses({ counted: { secret, houses, unitKind } }: { counted: Recount }) {
  if (secret) return <View className="ld-body ld-help">{words.secretHouses(unitKind)}</View>
  return (
    <Section title={words.houses}>
      <Card>
        <View className="ld-stack">
          {houses.map(({ said, labels }) => (
            <View key={said} className="ld-body">
              {words.list(said, labels.join('、') || words.nobody)}
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}
