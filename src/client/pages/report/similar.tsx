import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { type CategoryCode, categoryOf } from '#core/concerns/category'
import { AppButton } from '../../components/button'
import { Card } from '../../components/card'
import { Refused } from '../../components/refused'
import { go } from '../../platform/navigate'
import { scrollToPart } from '../../platform/scroll-to'
import type { Where } from '../../stores/draft'
import { stateWords } from '../../texts/concern-words'
import { agoWords } from '../../texts/dates'
import { report } from '../../texts/report'
import { useAsk } from '../../use-ask'
import { isSettled, useCommand } from '../../use-command'
import { useNow } from '../../use-now'
import { useSignedIn } from '../../use-signed-in'
import styles from './report.module.scss'

type Similar = OutputOf<'concerns.similar'>['items'][number]

/** More would be a list to study, not a hint. */
const SHOWN = 2

interface SimilarPartProps extends Sighting {
  /** It was the same matter: the draft has served its purpose. */
  onSame: (id: string) => void
}

interface OneProps {
  concern: Similar
  busy: boolean
  onSame: () => void
}

function One({ concern, busy, onSame }: OneProps) {
  const now = useNow()
  const { placeLabel, submittedAt, endorsements, state, title } = concern
  const facts = [
    report.similar.line(placeLabel, agoWords(submittedAt, now)),
    endorsements > 0 && report.similar.followers(endorsements),
    stateWords[state],
  ]
  return (
    <Card kind="lamp">
      <View className={styles.similar}>
        <View className="ld-grow">
          <View className={styles.similarTitle}>{title}</View>
          <View className={styles.similarFact}>{facts.filter(Boolean).join('，')}</View>
        </View>
        <AppButton kind="line" busy={busy} label={report.similar.sameLabel(title)} onPress={onSame}>
          {report.similar.same}
        </AppButton>
      </View>
    </Card>
  )
}

interface Sighting {
  category: CategoryCode
  where: Where
}

/** Open ones of the same sort nearby; none while the place is unknown or the sort is private. */
function useSimilar({ category, where }: Sighting): Similar[] {
  const buildingId = where.building?.id ?? null
  const known = buildingId !== null || where.point !== null
  const enabled = known && categoryOf(category).similarMetres > 0
  const { data } = useAsk('concerns.similar', { category, buildingId, point: where.point }, { enabled })
  return enabled ? (data?.items ?? []).slice(0, SHOWN) : []
}

const PART = 'report-similar'

/** Before anything is sent: the same thing may have been said already, and one voice more helps it along. */
export function SimilarPart({ category, where, onSame }: SimilarPartProps) {
  const items = useSimilar({ category, where })
  const { send, sending, failure } = useCommand('concerns.endorse', items[0]?.title)
  const signedIn = useSignedIn('endorse')
  const first = items[0]
  if (!first) return null

  const same = (id: string) =>
    signedIn(async () => {
      const answer = await send({ id })
      // One's own needs no second voice: it is shown instead of handed over again.
      if (isSettled(answer) || (!answer.ok && answer.error.code === 'OWN_CONCERN')) onSame(id)
    })
  return (
    <View id={PART} className={styles.below}>
      <View className={styles.similarHead}>{report.similar.title}</View>
      {items.map((concern) => (
        <One key={concern.id} concern={concern} busy={sending} onSame={() => same(concern.id)} />
      ))}
      <View className={styles.note}>{report.similar.help}</View>
      {failure && (
        <Refused
          failure={failure}
          onAct={() => (failure.code === 'PHONE_REQUIRED' ? go('me') : go('concern', { id: first.id }))}
        />
      )}
    </View>
  )
}

/** The plan is tall and hides what lies below it: then the bar says that somebody has spoken already. */
export function SimilarHint({ category, where }: Sighting) {
  const items = useSimilar({ category, where })
  if (where.way !== 'plan' || items.length === 0) return null
  return (
    <AppButton kind="line" size="large" onPress={() => scrollToPart(PART)}>
      {report.similar.hint(items.length)}
    </AppButton>
  )
}
