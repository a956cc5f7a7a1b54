import { View } from '@tarojs/components'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { replace } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { common } from '../../../texts/common'
import { photoReview as words } from '../../../texts/content'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { mayReview } from './may-review'
import { PhotoRow } from './photo-row'
import styles from './photos.module.scss'

function Waiting() {
  const list = useAskPages('content.queue', {})
  const [said, setSaid] = useState<string>()
  const now = useNow()
  usePulledDown(list.refresh)
  return (
    <View>
      <View className={`ld-body ${styles.head}`}>{words.help}</View>
      {said && (
        <View className={styles.said}>
          <Notice icon="checkc" title={said} />
        </View>
      )}
      <Answered ask={list} rows={4}>
        {({ waiting }) => (
          <Section title={words.waiting(waiting)}>
            {list.items.length === 0 && <Empty title={words.empty.title} help={words.empty.help} />}
            {list.items.map((photo) => (
              <View key={photo.id} className={styles.row}>
                <PhotoRow photo={photo} now={now} onDone={setSaid} onLook={list.refresh} />
              </View>
            ))}
            <MoreRows list={list} />
          </Section>
        )}
      </Answered>
    </View>
  )
}

function NotYours() {
  const { title, help, button } = words.notYours
  const back = (
    <AppButton kind="soft" size="small" onPress={() => replace('queue')}>
      {button}
    </AppButton>
  )
  return <Notice urgent icon="lock" title={title} help={help} action={back} />
}

/** 看照片: what the check did not pass waits here for a person. */
export default function StaffPhotos() {
  const me = useSession((session) => session.me)
  return (
    <Page title={common.titles.photos}>
      {!me && <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />}
      {me && (mayReview(me) ? <Waiting /> : <NotYours />)}
    </Page>
  )
}
