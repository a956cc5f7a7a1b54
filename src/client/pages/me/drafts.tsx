import { View } from '@tarojs/components'
import { AppButton } from '../../components/button'
import { Card } from '../../components/card'
import { Section } from '../../components/section'
import { Tag, type TagProps } from '../../components/tag'
import { go } from '../../platform/navigate'
import { titleOf } from '../../report-title'
import type { Draft } from '../../stores/draft'
import { retryNow } from '../../stores/draft-sender'
import { draftsFor, useDrafts } from '../../stores/drafts'
import { useSession } from '../../stores/session'
import { agoWords } from '../../texts/dates'
import { me as words } from '../../texts/me'
import { refusals } from '../../texts/refusals'
import { useNow } from '../../use-now'
import styles from './me.module.scss'

const TONES: Record<Draft['progress']['state'], TagProps['tone']> = {
  writing: 'quiet',
  waiting: 'quiet',
  sending: 'quiet',
  accepted: 'lit',
  refused: 'soon',
}

const helpOf = ({ progress, changedAt }: Draft, now: number): string => {
  if (progress.state === 'waiting') return words.drafts.waitingHelp
  if (progress.state === 'refused') return refusals[progress.failure.code].title
  if (progress.state === 'accepted') return progress.receipt?.no ?? ''
  return agoWords(changedAt, now)
}

function nextOf(draft: Draft): { words: string; act: () => void } | undefined {
  const { progress, id } = draft
  if (progress.state === 'sending') return undefined
  if (progress.state === 'waiting') return { words: words.drafts.retry, act: () => retryNow(id) }
  if (progress.state !== 'accepted')
    return { words: words.drafts.goOn, act: () => go('report', { draft: id }) }
  const { receipt } = progress
  return {
    words: words.drafts.look,
    act: () => {
      useDrafts.getState().remove(id)
      if (receipt) go('concern', { id: receipt.id })
      else go('mine')
    },
  }
}

function OneDraft({ draft, now }: { draft: Draft; now: number }) {
  const next = nextOf(draft)
  return (
    <Card>
      <View className={styles.draftHead}>
        <View className="ld-md ld-grow">{titleOf(draft.writing)}</View>
        <Tag words={words.drafts[draft.progress.state]} tone={TONES[draft.progress.state]} />
      </View>
      <View className="ld-sm ld-help">{helpOf(draft, now)}</View>
      {next && (
        <View className={styles.draftNext}>
          <AppButton kind="soft" wide onPress={next.act}>
            {next.words}
          </AppButton>
        </View>
      )}
    </Card>
  )
}

/** What was written on this phone and has not become a concern yet, or just did. */
export function MyDrafts() {
  const now = useNow()
  const person = useSession(({ me }) => me?.personId)
  const drafts = draftsFor(
    useDrafts((store) => store.drafts),
    person,
  )
  if (drafts.length === 0) return null
  return (
    <Section title={words.sections.drafts}>
      {drafts.map((draft) => (
        <OneDraft key={draft.id} draft={draft} now={now} />
      ))}
    </Section>
  )
}
