import { View } from '@tarojs/components'
import { useState } from 'react'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { volunteers as words } from '../../../texts/volunteers'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { TaskRow } from './task-row'

type Show = keyof typeof words.shows

function Tasks({ show, onWrite }: { show: Show; onWrite: (gridPath: string | null) => void }) {
  const now = useNow()
  const list = useAskPages('tasks.list', { show })
  usePulledDown(list.refresh)
  const writesAt = list.data?.writesAt ?? null
  return (
    <Answered ask={list} rows={4}>
      {({ minutes }) => (
        <View className="ld-stack">
          <Hours minutes={minutes} />
          {list.items.length === 0 && <Empty {...words.empty[show]} />}
          {list.items.map((row) => (
            <TaskRow key={row.id} row={row} now={now} />
          ))}
          <MoreRows list={list} />
          {writesAt && (
            <AppButton kind="line" wide onPress={() => onWrite(writesAt)}>
              {words.write}
            </AppButton>
          )}
        </View>
      )}
    </Answered>
  )
}

/** The way to one's own record; a guest has none. */
function Hours({ minutes }: { minutes: number }) {
  const me = useSession((session) => session.me)
  if (!me) return null
  const answers = me.offices.some(
    ({ role }) => reachOf('service.confirm', role) || reachOf('certificate.issue', role),
  )
  return (
    <Card>
      <Cell icon="clock" title={words.mine(minutes)} help={words.hours} onPress={() => go('hours')} />
      {answers && <Cell icon="doc" title={words.answer} onPress={() => go('serviceAnswers')} />}
    </Card>
  )
}

const SHOWS = (['coming', 'mine', 'drafts', 'past'] as const).map((value) => ({
  value,
  words: words.shows[value],
}))

/** 志愿服务: who is needed this week, what I have signed up for, what my hours are. */
export default function VolunteersPage() {
  const [show, setShow] = useState<Show>('coming')
  const offices = useSession((session) => session.me?.offices) ?? []
  const writes = offices.some(({ role }) => reachOf('task.write', role))
  const choices = SHOWS.filter(({ value }) => value !== 'drafts' || writes)
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        <Segmented label={words.filter} choices={choices} value={show} onChoose={setShow} />
        <Tasks key={show} show={show} onWrite={(grid) => go('writeTask', { grid: grid ?? undefined })} />
      </View>
    </Page>
  )
}
