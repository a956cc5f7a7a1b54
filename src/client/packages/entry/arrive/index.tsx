import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { go, replace } from '../../../platform/navigate'
import { useScene } from '../../../platform/scene'
import { arriveAt } from '../../../stores/arrival'
import { useListFilter } from '../../../stores/list-filter'
import { common } from '../../../texts/common'
import { arrive as words } from '../../../texts/entry'
import { type Ask, useAsk } from '../../../use-ask'
import styles from './arrive.module.scss'

type Building = NonNullable<ReturnType<typeof useBuilding>['data']>

const useBuilding = (plate: string) => useAsk('places.plate', { code: plate })

function Choices({ building }: { building: Building }) {
  const { id, label } = building
  const report = () => {
    arriveAt(building)
    replace('report')
  }
  const look = () => {
    const filter = useListFilter.getState()
    filter.clear()
    filter.choose({ building: { id, label } })
    go('concerns')
  }
  return (
    <View>
      <View className="ld-xl">{words.here(label)}</View>
      <View className={`ld-body ${styles.help}`}>{words.help}</View>
      <View className={styles.ways}>
        <AppButton size="large" wide icon="report" onPress={report}>
          {words.report}
        </AppButton>
        <AppButton size="large" kind="line" wide icon="list" onPress={look}>
          {words.look}
        </AppButton>
      </View>
    </View>
  )
}

/** `title`: what is known of the code. */
function NoWay({ title, help }: { title: string; help: string }) {
  const home = (
    <AppButton kind="soft" size="small" onPress={() => go('home')}>
      {words.home}
    </AppButton>
  )
  return <Notice urgent icon="scan" title={title} help={help} action={home} />
}

const Unknown = () => <NoWay title={words.unknown} help={words.unknownHelp} />

/** A plate that is on no house of ours is no code of ours. */
function AtBuilding({ plate }: { plate: string }) {
  const asked: Ask<Building> = useBuilding(plate)
  if (asked.failure?.code === 'NOT_FOUND') return <Unknown />
  return <Answered ask={asked}>{(building) => <Choices building={building} />}</Answered>
}

/** A number that leads nowhere, and one of a matter that is not for this reader, get the same answer. */
function AtConcern({ no }: { no: string }) {
  const { data, failure, refresh } = useAsk('concerns.find', { no })
  const id = data?.id
  useEffect(() => {
    if (id !== undefined) replace('concern', { id })
  }, [id])
  return failure ? <Refused failure={failure} onRetry={refresh} /> : <Loading rows={3} />
}

/** A task's own page says what became of it. */
function AtTask({ id }: { id: string }) {
  useEffect(() => replace('task', { id }), [id])
  return <Loading rows={3} />
}

/** Where every code of ours opens the app: at a house, at a matter, or at a task. */
export default function Arrive() {
  const scene = useScene()
  return (
    <Page title={common.app}>
      {scene?.kind === 'building' && <AtBuilding plate={scene.plate} />}
      {scene?.kind === 'concern' && <AtConcern no={scene.no} />}
      {scene?.kind === 'task' && <AtTask id={scene.id} />}
      {scene === null && <Unknown />}
    </Page>
  )
}
