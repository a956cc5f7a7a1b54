import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Cell } from '../../components/cell'
import { screenOf } from '../../components/chain'
import { Tag } from '../../components/tag'
import { go } from '../../platform/navigate'
import { entryKindWords, entryStateWords } from '../../texts/chain'
import { entryFacts, entryTitle, lists as words } from '../../texts/lists'

export type Entry = OutputOf<'lists.entries'>['items'][number]

/** One entry of a list: what it is, where it stands, whose it is and until when. */
export function EntryCell({ entry, now }: { entry: Entry; now: number }) {
  const screen = screenOf(entry.kind)
  const facts = entryFacts(entry, now)
  return (
    <Cell
      title={entryTitle(entry)}
      help={[entryKindWords[entry.kind], facts].filter(Boolean).join('，')}
      end={
        <View className="ld-row">
          {entry.late && <Tag tone="over" words={words.late} />}
          <Tag tone={entry.state === 'struck' ? 'lit' : 'quiet'} words={entryStateWords[entry.state]} />
        </View>
      }
      onPress={screen && (() => go(screen, { id: entry.ref }))}
    />
  )
}
