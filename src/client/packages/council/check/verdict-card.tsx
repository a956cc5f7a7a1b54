import { View } from '@tarojs/components'
import { CHOICES, takingPart } from '#core/council/tally'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Section } from '../../../components/section'
import { outcomeWords, check as words } from '../../../texts/council'
import type { Recount } from './recount'

/** Believed or not, and why; the count this phone came to; and which houses chose what. */
export function VerdictCard({ counted }: { counted: Recount }) {
  const { verdict, rollSame } = counted
  if (!verdict.sound) {
    const where = verdict.line === undefined ? '' : `，${words.line(verdict.line)}`
    return (
      <Notice urgent icon="alert" title={words.unsound} help={`${words.doubts[verdict.doubt]}${where}`} />
    )
  }
  const { units, outcome } = verdict.tally
  return (
    <View className="ld-stack">
      <Notice urgent icon="checkc" title={words.sound} help={words.soundHelp(takingPart(units), units.all)} />
      {rollSame !== undefined && (
        <View className="ld-sm ld-help">{rollSame ? words.rollSame : words.rollOther}</View>
      )}
      <Card>
        <View className="ld-stack">
          <View className="ld-md">{verdict.poll.title}</View>
          <View className="ld-xl">{outcomeWords[outcome]}</View>
          <View className="ld-row ld-wrap">
            {CHOICES.map((choice) => (
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

function Houses({ counted: { secret, houses } }: { counted: Recount }) {
  if (secret) return <View className="ld-body ld-help">{words.secretHouses}</View>
  return (
    <Section title={words.houses}>
      <Card>
        <View className="ld-stack">
          {CHOICES.map((choice) => (
            <View key={choice} className="ld-body">
              {words.list(choice, houses[choice].join('、') || words.nobody)}
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}
