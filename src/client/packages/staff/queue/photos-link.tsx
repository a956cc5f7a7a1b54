import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { go } from '../../../platform/navigate'
import type { Me } from '../../../stores/session'
import { photoReview as words } from '../../../texts/content'
import { useAsk } from '../../../use-ask'
import { mayReview } from '../photos/may-review'
import styles from './queue.module.scss'

/** The way to the photos that wait for a look; not there while none does. */
export function PhotosLink({ me }: { me: Me }) {
  const { data } = useAsk('content.queue', {}, { enabled: mayReview(me) })
  if (!data?.waiting) return null
  return (
    <View className={styles.photos}>
      <Card>
        <Cell
          icon="camera"
          title={words.link}
          help={words.linkHelp(data.waiting)}
          onPress={() => go('photos')}
        />
      </Card>
    </View>
  )
}
