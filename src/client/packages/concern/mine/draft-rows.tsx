import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import type { Draft } from '../../../stores/draft'
import { draftsFor, useDrafts } from '../../../stores/drafts'
import { useSession } from '../../../stores/session'
import { TILES } from '../../../texts/categories'
import { mine } from '../../../texts/concerns'

/** What the person called it so far: its title, its place, at least its kind. */
function titleOf({ writing }: Draft): string {
  const tile = TILES.find(({ key }) => key === writing.tile)?.name ?? ''
  const place = writing.where.building?.label ?? writing.where.words
  return writing.title || writing.detail.slice(0, 20) || mine.draftOf(place, tile)
}

/** What is still on this phone: begun, waiting for a network, or turned back. */
export function DraftRows() {
  const person = useSession((session) => session.me?.personId)
  const all = useDrafts((store) => store.drafts)
  const unsent = draftsFor(all, person).filter(({ progress }) => progress.state !== 'accepted')
  if (unsent.length === 0) return null
  return (
    <Section title={mine.drafts}>
      <Card>
        {unsent.map((draft) => (
          <Cell
            key={draft.id}
            icon="report"
            title={titleOf(draft)}
            help={mine.draftStates[draft.progress.state]}
            onPress={() => go('report', { draft: draft.id })}
          />
        ))}
      </Card>
    </Section>
  )
}
