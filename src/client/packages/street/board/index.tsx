import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OutputOf } from '#contracts/operations'
import { ancestorAt } from '#core/grids/grid'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { readable } from '../../../platform/accessible'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { bodies } from '../../../texts/bodies'
import { boundary as boundaryWords } from '../../../texts/boundary'
import { dashboard as dashboardWords } from '../../../texts/dashboard'
import { kindWords, methodWords, objectionWords, postedUntil, board as words } from '../../../texts/heads'
import { history as historyWords } from '../../../texts/history'
import { home } from '../../../texts/home'
import { joint as jointWords } from '../../../texts/joint'
import { statutes } from '../../../texts/statutes'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import styles from './board.module.scss'
import { SeatCards } from './seat'

type Board = OutputOf<'places.board'>

/** Whoever sits here decides himself whether his phone stands on the board; as easy to take back as to give. */
function MyPhone({ phonePosted }: { phonePosted: boolean }) {
  const { send, sending, failure, clear } = useCommand('offices.postPhone')
  return (
    <Section title={words.mine.title}>
      <Card>
        <View className="ld-body">{phonePosted ? words.mine.on : words.mine.off}</View>
        <AppButton kind="soft" wide busy={sending} onPress={() => send({ show: !phonePosted })}>
          {phonePosted ? words.mine.hide : words.mine.show}
        </AppButton>
        {failure && <Refused failure={failure} onAct={clear} />}
      </Card>
    </Section>
  )
}

/** Seen by those alone who keep these lists, wherever their office is. */
function KeptBodies() {
  const offices = useSession((session) => session.me?.offices)
  const mayKeep = offices?.some(({ role }) => reachOf('body.keep_house', role) !== undefined) ?? false
  if (!mayKeep) return null
  return <Cell icon="users" title={bodies.entry} help={bodies.entryHelp} onPress={() => go('bodies')} />
}

function Stations({ stations, gridPath }: Pick<Board, 'stations' | 'gridPath'>) {
  return (
    <Section title={words.stations}>
      <Card>
        {stations.length === 0 && <View className="ld-body ld-help">{words.noStation}</View>}
        {stations.map(({ name, address }) => (
          <Cell key={name} icon="flag" title={name} help={address} />
        ))}
        <Cell icon="clock" title={words.services} onPress={() => go('services', { grid: gridPath })} />
        <Cell icon="shield" title={statutes.entry} help={statutes.entryHelp} onPress={() => go('statutes')} />
        <KeptBodies />
      </Card>
    </Section>
  )
}

/** 公示: neighbours see who is proposed, and may say what they know. */
function Posted({ gridPath }: { gridPath: string }) {
  const posted = useAsk('heads.posted', { gridPath })
  const now = useNow()
  return (
    <Section title={words.posted}>
      <Answered ask={posted} rows={1}>
        {({ items }) => (
          <Card>
            {items.length === 0 && <View className="ld-body ld-help">{words.nonePosted}</View>}
            {items.map((one) => (
              <Cell
                key={one.id}
                icon="building"
                title={`${one.buildingLabel}${kindWords[one.kind]}：${one.name}`}
                help={`${methodWords[one.method]}，${postedUntil(one.publicUntil, now)}，${objectionWords(one.objections)}`}
                onPress={() => go('appointment', { id: one.id })}
              />
            ))}
          </Card>
        )}
      </Answered>
    </Section>
  )
}

function BoardOf({ board }: { board: Board }) {
  const filled = board.seats.filter(({ holders }) => holders.length > 0).length
  return (
    <View>
      <View className={styles.head}>
        <View className="ld-xl" {...readable('heading', undefined, { 'aria-level': 2 })}>
          {board.name}
        </View>
        <View className="ld-body ld-help">{words.size(board.pieces, board.buildings, board.residents)}</View>
      </View>
      <Section title={words.seats} aside={words.filled(filled)}>
        <View className={styles.seats}>
          {board.seats.map((seat) => (
            <SeatCards key={seat.seat} {...seat} />
          ))}
        </View>
      </Section>
      {board.mine && <MyPhone phonePosted={board.mine.phonePosted} />}
      <Section title={words.heads}>
        <Card>
          <Cell icon="users" title={words.headed(board.headed, board.buildings)} />
        </Card>
      </Section>
      <Posted gridPath={board.gridPath} />
      <Section title={historyWords.title}>
        <Card>
          <Cell
            icon="pin"
            title={boundaryWords.title}
            help={boundaryWords.help}
            onPress={() => go('boundary', { grid: board.gridPath })}
          />
          <Cell
            icon="doc"
            title={historyWords.title}
            help={historyWords.help}
            onPress={() => go('history', { grid: board.gridPath })}
          />
        </Card>
      </Section>
      <Section title={dashboardWords.title}>
        <Card>
          <Cell
            icon="list"
            title={home.lists.title}
            help={home.lists.help}
            onPress={() => go('lists', { grid: board.gridPath })}
          />
          <Cell
            icon="chart"
            title={dashboardWords.title}
            help={dashboardWords.help}
            onPress={() => go('dashboard', { grid: board.gridPath })}
          />
        </Card>
      </Section>
      <Section title={jointWords.title}>
        <Card>
          <Cell
            icon="users"
            title={jointWords.title}
            help={jointWords.help}
            onPress={() => go('joint', { grid: board.gridPath })}
          />
        </Card>
      </Section>
      <Stations stations={board.stations} gridPath={board.gridPath} />
    </View>
  )
}

/** The grid asked for, else that of one's home or office. */
function useGrid(): string | undefined {
  const asked = useRouter().params.grid
  const me = useSession((session) => session.me)
  const own = me?.home?.gridPath ?? me?.offices[0]?.gridPath
  return asked ?? (own && ancestorAt(own, 2))
}

function AskedBoard({ gridPath }: { gridPath: string }) {
  const board = useAsk('places.board', { gridPath })
  usePulledDown(board.refresh)
  return (
    <Answered ask={board} rows={6}>
      {(data) => <BoardOf board={data} />}
    </Answered>
  )
}

/** 网格公示牌: who to turn to in this grid. */
export default function BoardPage() {
  const gridPath = useGrid()
  return (
    <Page title={words.title}>
      {gridPath ? <AskedBoard gridPath={gridPath} /> : <Refused failure={{ code: 'NOT_FOUND' }} />}
    </Page>
  )
}
