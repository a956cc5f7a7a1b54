import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Tag } from '../../../components/tag'
import { paper, election as words } from '../../../texts/elections'
import type { ElectionView, MotionView } from './election-view'

interface CandidateProps {
  candidate: ElectionView['candidates'][number]
  /** Of the last vote; `null` until it is over. */
  votes: NonNullable<NonNullable<MotionView['ballot']>['tally']>['votes'] | null
}

/** One who stands: his name and house, his own words, and, afterwards, his votes. */
export function CandidateCard({ candidate, votes }: CandidateProps) {
  const { id, name, label, statement, agreed, elected, tied } = candidate
  const many = votes?.find(({ candidateId }) => candidateId === id)?.votes
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-row ld-between ld-wrap">
          <View className="ld-lg">{name}</View>
          {elected && <Tag words={words.elected} tone="lit" />}
          {!elected && tied && <Tag words={words.tied} />}
          {!agreed && <Tag words={words.unanswered} />}
        </View>
        <View className="ld-sm ld-help">{label}</View>
        {statement && <View className="ld-body">{statement}</View>}
        {many !== undefined && <View className="ld-md">{paper.votes(many)}</View>}
      </View>
    </Card>
  )
}
