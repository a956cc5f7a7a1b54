import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { canChoosePlace, showPlace } from '../../../platform/place'
import {
  kindWords,
  phaseWords,
  riskWords,
  skillWords,
  volunteers,
  task as words,
} from '../../../texts/volunteers'
import type { TaskView } from './task-view'

/** What it is, what to look out for (志愿服务条例 12: risks told truthfully), and where it comes from. */
export function HeadCard({ task }: { task: TaskView }) {
  const { source, point } = task
  const facts = [
    kindWords[task.kind],
    task.place,
    words.leader(task.leader, task.leads),
    task.minAge > 14 && volunteers.age(task.minAge),
    task.repeats && words.repeats(task.repeats.days, task.repeats.until),
  ]
  const cares = [
    task.riskNote || riskWords[task.risk],
    task.insurance && words.insurance(task.insurance),
    task.training && words.training(task.training),
  ].filter((one): one is string => Boolean(one))
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-row ld-between ld-wrap">
          <View className="ld-xl ld-grow">{task.title}</View>
          <Tag words={phaseWords[task.phase]} tone={task.phase === 'open' ? 'mine' : 'quiet'} />
        </View>
        {task.note !== '' && <View className="ld-body ld-brick">{words.note(task.note)}</View>}
        <View className="ld-body">{task.detail}</View>
        <View className="ld-sm ld-help">{facts.filter(Boolean).join('，')}</View>
        {point && canChoosePlace && (
          <AppButton
            kind="soft"
            size="small"
            icon="pin"
            onPress={() => showPlace({ point, words: task.place })}
          >
            {words.map}
          </AppButton>
        )}
        <View className="ld-tight">
          <View className="ld-md">{words.risk}</View>
          {cares.map((line) => (
            <View key={line} className="ld-body">
              {line}
            </View>
          ))}
        </View>
        {task.skills.length > 0 && (
          <View className="ld-sm ld-help">
            {`${words.skills}：${task.skills.map((skill) => skillWords[skill]).join('，')}`}
          </View>
        )}
        {source && (
          <Cell
            icon="doc"
            title={source.title}
            help={words.from[source.kind]}
            onPress={() => go(source.kind, { id: source.id })}
          />
        )}
      </View>
    </Card>
  )
}
