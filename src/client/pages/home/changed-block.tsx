import { View } from '@tarojs/components'
import { ConcernCard } from '../../components/concern-card'
import { Notice } from '../../components/notice'
import { Section } from '../../components/section'
import { go } from '../../platform/navigate'
import { agoWords } from '../../texts/dates'
import { home } from '../../texts/home'
import { briefWords } from '../../texts/timeline'
import type { HomeAnswer } from './home-answer'

interface ChangedBlockProps {
  rows: HomeAnswer['changed']
  now: number
  onAll: () => void
}

/** What moved nearby: in which way, and when. */
export function ChangedBlock({ rows, now, onAll }: ChangedBlockProps) {
  return (
    <Section title={home.changed.title} aside={home.changed.all} onAside={onAll}>
      {rows.length === 0 && <Notice icon="clock" title={home.changed.empty} />}
      <View>
        {rows.map((row) => (
          <ConcernCard
            key={row.id}
            concern={row}
            now={now}
            onPress={() => go('concern', { id: row.id })}
            fact={[agoWords(row.changedAt, now), briefWords(row.lastKind)].filter(Boolean).join('，')}
          />
        ))}
      </View>
    </Section>
  )
}
