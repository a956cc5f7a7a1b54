import { View } from '@tarojs/components'
import { reachOf } from '#core/people/policy'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Refused } from '../../../components/refused'
import { go } from '../../../platform/navigate'
import { useSession } from '../../../stores/session'
import { hardshipOffer as words } from '../../../texts/detail'
import { useCommand } from '../../../use-command'
import type { ConcernDetail } from './concern-detail'
import styles from './detail.module.scss'

/** 开一份解困: one tap from a concern of hardship; whose it is, is asked before anybody assesses it. */
export function HardshipOffer({ concern }: { concern: ConcernDetail }) {
  const { send, failure, clear } = useCommand('hardship.from_concern')
  const offices = useSession((session) => session.me?.offices) ?? []
  const may = offices.some(({ role }) => reachOf('hardship.open', role) !== undefined)
  if (concern.category !== 'HARDSHIP' || !may) return null
  const open = async () => {
    const answer = await send({ concernId: concern.id })
    if (answer.ok) go('hardship', { id: answer.data.id })
  }
  return (
    <View className={styles.below}>
      <Card>
        <Cell icon="buoy" title={words.title} help={words.help} onPress={open} />
      </Card>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}
