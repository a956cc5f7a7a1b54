import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { projects as words } from '../../../texts/projects'
import { useAsk } from '../../../use-ask'

/** 决议落实: what became of what was decided, newest first. */
export function Projects({ councilId }: { councilId: string }) {
  const { data } = useAsk('projects.list', { councilId })
  if (!data || data.items.length === 0) return null
  return (
    <Section title={words.all}>
      <Card>
        {data.items.map(({ id, title, state, done, milestones }) => (
          <Cell
            key={id}
            icon="flag"
            title={title}
            help={words.row(state, done, milestones)}
            onPress={() => go('project', { id })}
          />
        ))}
      </Card>
    </Section>
  )
}
