import { View } from '@tarojs/components'
import { useState } from 'react'
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
  const [opened, setOpened] = useState(false)
  const holds = (action: 'hardship.open' | 'hardship.assess') =>
    offices.some(({ role }) => reachOf(action, role) !== undefined)
  if (concern.category !== 'HARDSHIP' || !holds('hardship.open')) return null
  const open = async () => {
    const answer = await send({ concernId: concern.id })
    if (!answer.ok) return
    setOpened(true)
    // Whoever opens it does not read it by that: the community's staff do.
    if (holds('hardship.assess')) go('hardship', { id: answer.data.id })
  }
  return (
    <View className={styles.below}>
      <Card>
        {opened ? (
          <Cell icon="checkc" title={words.opened} help={words.openedHelp} />
        ) : (
          <Cell icon="buoy" title={words.title} help={words.help} onPress={open} />
        )}
      </Card>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}
