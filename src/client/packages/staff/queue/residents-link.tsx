import { View } from '@tarojs/components'
import { reachOf } from '#core/people/policy'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { go } from '../../../platform/navigate'
import type { Me } from '../../../stores/session'
import { residents as words } from '../../../texts/residences'
import { useAsk } from '../../../use-ask'
import styles from './queue.module.scss'

/** The way to the neighbours who wait to be vouched for; not there while none does. */
export function ResidentsLink({ me }: { me: Me }) {
  const may = me.offices.some(({ role }) => reachOf('residence.confirm', role) !== undefined)
  const { data } = useAsk('residences.list', {}, { enabled: may })
  if (!data?.waiting) return null
  return (
    <View className={styles.photos}>
      <Card>
        <Cell
          icon="me"
          title={words.title}
          help={words.waiting(data.waiting)}
          onPress={() => go('residents')}
        />
      </Card>
    </View>
  )
}
