import { View } from '@tarojs/components'
import { AppButton } from '../../components/button'
import { Card } from '../../components/card'
import { titleOf } from '../../report-title'
import { offeredTo, useDrafts } from '../../stores/drafts'
import { useSession } from '../../stores/session'
import { agoWords } from '../../texts/dates'
import { report } from '../../texts/report'
import { useNow } from '../../use-now'
import { discard } from './begin'
import styles from './report.module.scss'

/** 上次没写完，接着写: the newest draft that was left with something in it. */
export function Offer({ current, onOpen }: { current?: string; onOpen: (id: string) => void }) {
  const now = useNow()
  const drafts = useDrafts((store) => store.drafts)
  const person = useSession(({ me }) => me?.personId)
  const draft = offeredTo(drafts, person).filter(({ id }) => id !== current)[0]
  if (!draft) return null
  return (
    <View className={styles.offer}>
      <Card>
        <View className="ld-md ld-bold">{report.offer.title}</View>
        <View className="ld-sm ld-help">
          {report.offer.line(titleOf(draft.writing), agoWords(draft.changedAt, now))}
        </View>
        <View className={styles.offerButtons}>
          <AppButton kind="soft" wide onPress={() => onOpen(draft.id)}>
            {report.offer.go}
          </AppButton>
          <AppButton kind="line" wide onPress={() => discard(draft.id)}>
            {report.offer.drop}
          </AppButton>
        </View>
      </Card>
    </View>
  )
}
