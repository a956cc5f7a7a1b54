import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { council as words } from '../../../texts/council'
import { useAsk } from '../../../use-ask'

/** 我的回执: what the houses of the reader have voted, newest poll first. */
export function Receipts() {
  const { data } = useAsk('ballots.mine', {})
  if (!data || data.items.length === 0) return null
  return (
    <Section title={words.receipts}>
      <Card>
        {data.items.map(({ motionId, unitId, label, receipt, title }) => (
          <Cell
            key={`${motionId}-${unitId}`}
            icon="checkc"
            title={title}
            help={words.receipt(label, receipt)}
            onPress={() => go('motion', { id: motionId })}
          />
        ))}
      </Card>
    </Section>
  )
}
