import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Card } from '../../../components/card'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import {
  lackWords,
  mineWords,
  phaseWords,
  riskWords,
  shiftWords,
  volunteers as words,
} from '../../../texts/volunteers'

export type Row = OutputOf<'tasks.list'>['items'][number]

/** What a row says of its state: what is missing while people may come, else where it stands. */
function stateOf(row: Row): { words: string; tone: 'lit' | 'quiet' | 'mine' } {
  const [mine] = row.mine
  if (mine) return { words: mineWords(mine), tone: 'mine' }
  if (row.phase !== 'open') return { words: phaseWords[row.phase], tone: 'quiet' }
  const lack = lackWords(row.shifts)
  return { words: lack.words, tone: lack.lacks ? 'lit' : 'quiet' }
}

export function TaskRow({ row, now }: { row: Row; now: number }) {
  const state = stateOf(row)
  const facts = [
    row.riskNote || riskWords[row.risk],
    row.insured && words.insured,
    row.minAge > 14 && words.age(row.minAge),
  ].filter(Boolean)
  const first = row.shifts[0]
  return (
    <Card onPress={() => go('task', { id: row.id })} label={`${row.title}，${state.words}`}>
      <View className="ld-tight">
        <View className="ld-row ld-between ld-wrap">
          <View className="ld-lg ld-grow">{row.title}</View>
          <Tag words={state.words} tone={state.tone} />
        </View>
        <View className="ld-body ld-help">
          {[first && shiftWords(first, now), row.place].filter(Boolean).join('，')}
        </View>
        <View className="ld-sm ld-help">{facts.join('，')}</View>
      </View>
    </Card>
  )
}
