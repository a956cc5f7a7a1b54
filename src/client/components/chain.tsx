import { View } from '@tarojs/components'
import type { EntryKind } from '#core/lists/entry'
import { go, type Screen } from '../platform/navigate'
import { entryKindWords, entryStateWords, chain as words } from '../texts/chain'
import { dayWords } from '../texts/dates'
import { useAsk } from '../use-ask'
import { useNow } from '../use-now'
import { AppButton } from './button'
import { Card } from './card'
import type { IconName } from './icon-paths'
import { Section } from './section'
import { Timeline } from './timeline'

/** Where an entry is read whole; a change stands on the page of its grid’s goals, a hardship leads nowhere. */
const SCREENS: Partial<Record<EntryKind, Screen>> = {
  concern: 'concern',
  pairing: 'pairing',
  motion: 'motion',
  project: 'project',
  task: 'task',
  goal: 'goal',
  offer: 'offer',
  joint: 'jointMatter',
}

const ICONS: Record<EntryKind, IconName> = {
  concern: 'flag',
  pairing: 'heart',
  hardship: 'lock',
  task: 'heart',
  offer: 'heart',
  motion: 'users',
  project: 'doc',
  goal: 'checkc',
  change: 'checkc',
  joint: 'users',
}

export const screenOf = (kind: EntryKind): Screen | undefined => SCREENS[kind]

/** 从反映到结果: what an entry grew out of and what grew out of it; nothing while it stands alone. */
export function Chain({ kind, id }: { kind: EntryKind; id: string }) {
  const now = useNow()
  const { data } = useAsk('lists.chain', { kind, id })
  if (!data || data.nodes.length < 2) return null
  return (
    <Section title={words.title}>
      <Card>
        <Timeline
          happenings={data.nodes.map((node) => {
            const isHere = node.kind === kind && node.id === id
            const screen = SCREENS[node.kind]
            return {
              key: `${node.kind}.${node.id}`,
              icon: ICONS[node.kind],
              kind: `${entryKindWords[node.kind]}，${entryStateWords[node.state]}`,
              when: dayWords(node.at, now),
              title: node.title,
              stand: isHere ? ('now' as const) : ('done' as const),
              more: isHere ? (
                <View className="ld-sm ld-help">{words.here}</View>
              ) : (
                screen && (
                  <AppButton
                    kind="line"
                    size="small"
                    label={`${words.open}${node.title}`}
                    onPress={() => go(screen, { id: node.id })}
                  >
                    {words.open}
                  </AppButton>
                )
              ),
            }
          })}
        />
      </Card>
    </Section>
  )
}
