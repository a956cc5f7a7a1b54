import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { projects as words } from '../../../texts/projects'
import { useCommand } from '../../../use-command'
import type { ProjectView } from './project-view'

/** 几步: which are done, which come when, and a tap for whoever did the next one. */
export function Milestones({ project: { id, version, milestones, may } }: { project: ProjectView }) {
  const { send, sending, failure, clear } = useCommand('projects.reach')
  const next = milestones.findIndex(({ doneAt }) => doneAt === null)
  const open = milestones[next]
  return (
    <Section title={words.steps}>
      <Card>
        {milestones.map(({ title, dueAt, doneAt }) => (
          <Cell
            key={title}
            icon={doneAt === null ? 'clock' : 'checkc'}
            title={title}
            help={words.milestone(dueAt, doneAt)}
          />
        ))}
      </Card>
      {failure && <Refused failure={failure} onAct={clear} />}
      {open && may.includes('reach') && (
        <View className="ld-stack">
          <AppButton kind="soft" wide busy={sending} onPress={() => send({ id, version, place: next })}>
            {words.reach(open.title)}
          </AppButton>
        </View>
      )}
    </Section>
  )
}
