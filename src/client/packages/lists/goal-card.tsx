import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Card } from '../../components/card'
import { Tag } from '../../components/tag'
import { goalStateWords, weekWords, goals as words } from '../../texts/goals'
import { PhotoRow } from './photo-row'

export type GoalView = OutputOf<'goals.get'>

const TONES = { open: 'mine', done: 'lit', missed: 'quiet' } as const

/** One goal: of which week, whose it is, and what shows that it is done. */
export function GoalCard({ goal, onPress }: { goal: GoalView; onPress?: () => void }) {
  const { week, text, owner, state, note, dueAt, photos, gridName } = goal
  return (
    <Card onPress={onPress} label={`${weekWords(week)}，${text}，${goalStateWords[state]}`}>
      <View className="ld-tight">
        <View className="ld-row ld-between ld-wrap">
          <View className="ld-sm ld-help">{`${gridName}，${weekWords(week)}`}</View>
          <Tag
            tone={TONES[state]}
            icon={state === 'done' ? 'checkc' : undefined}
            words={goalStateWords[state]}
          />
        </View>
        <View className="ld-lg">{text}</View>
        <View className="ld-sm ld-help">
          {state === 'open' ? `${words.owner(owner)}，${words.due(dueAt)}` : words.owner(owner)}
        </View>
        {note && <View className="ld-body">{note}</View>}
        {photos.length > 0 && <PhotoRow photos={photos} say={words.photo} />}
      </View>
    </Card>
  )
}
