import { View } from '@tarojs/components'
import { useState } from 'react'
import { TEMPLATES, type Template } from '#core/messages/worth'
import { type Action, reachOf } from '#core/people/policy'
import { AppButton } from '../../components/button'
import { Card } from '../../components/card'
import { Cell } from '../../components/cell'
import { MessagesRow } from '../../components/messages-row'
import { Page } from '../../components/page'
import { PhoneSheet } from '../../components/phone-sheet'
import { Section } from '../../components/section'
import { Sheet } from '../../components/sheet'
import { sizeIndexOf } from '../../components/size-cards'
import { useMyUnsent } from '../../components/unsent-notice'
import { go } from '../../platform/navigate'
import { useLook } from '../../stores/look'
import { useMyBuilding } from '../../stores/my-building'
import { type Me, useSession } from '../../stores/session'
import { useUnsent } from '../../stores/unsent-list'
import { common } from '../../texts/common'
import { look as lookWords } from '../../texts/entry'
import { me as words } from '../../texts/me'
import { unsent as unsentWords } from '../../texts/unsent'
import { useAsk } from '../../use-ask'
import { useCommand } from '../../use-command'
import { useFreshMe } from '../../use-fresh-me'
import { MyDrafts } from './drafts'
import styles from './me.module.scss'
import { RealName } from './real-name'
import { MyUnsent } from './unsent'
import { Guest, Who } from './who'

/** 待办 is for those at work. */
const FOR_RESIDENTS: readonly Template[] = ['progress', 'result', 'booking']

const phoneWords = ({ phone, phoneVerified }: Me): string => {
  if (!phone) return words.rows.noPhone
  return phoneVerified ? words.rows.verified(phone) : phone
}

function PhoneRow({ me }: { me: Me }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Cell icon="phone" title={words.rows.phone} help={phoneWords(me)} onPress={() => setOpen(true)} />
      <PhoneSheet open={open} onClose={() => setOpen(false)} onLeft={() => setOpen(false)} />
    </>
  )
}

function Settings({ me }: { me: Me | undefined }) {
  const look = useLook()
  const mine = useMyBuilding()
  const size = lookWords.sizes[sizeIndexOf(look)] ?? ''
  const building = mine && (me?.home ? mine.label : words.rows.preferred(mine.label))
  return (
    <Section title={words.sections.settings}>
      <Card>
        <Cell
          icon="building"
          title={words.rows.building}
          help={building ?? words.rows.noBuilding}
          onPress={() => go(me ? 'residence' : 'building')}
        />
        {me && <RealName me={me} />}
        {me && <PhoneRow me={me} />}
        {me && <MessagesRow wanted={me.isStaff ? TEMPLATES : FOR_RESIDENTS} />}
        <Cell
          icon="aa"
          title={words.rows.look}
          help={words.rows.lookNow(size, lookWords.themes[look.theme])}
          onPress={() => go('look')}
        />
        {me && (
          <Cell
            icon="key"
            title={words.rows.rights}
            help={words.rows.rightsHelp}
            onPress={() => go('rights')}
          />
        )}
        <Cell
          icon="lock"
          title={words.rows.privacy}
          help={words.rows.privacyHelp}
          onPress={() => go('privacy')}
        />
      </Card>
    </Section>
  )
}

/** What each office opens, by the same matrix the server asks. */
const OFFICE_ROWS = [
  { screen: 'houses', actions: ['head.work'], icon: 'building' },
  { screen: 'residents', actions: ['residence.confirm'], icon: 'me' },
  { screen: 'register', actions: ['building.read'], icon: 'plate' },
  { screen: 'heads', actions: ['head.read'], icon: 'users' },
  { screen: 'notices', actions: ['notice.write'], icon: 'bell' },
  { screen: 'offices', actions: ['office.read'], icon: 'key' },
  { screen: 'history', actions: ['grid.change'], icon: 'pin' },
  { screen: 'hardships', actions: ['hardship.read'], icon: 'buoy' },
  { screen: 'joint', actions: ['joint.open', 'joint.sign'], icon: 'users' },
  { screen: 'weekly', actions: ['list.meet'], icon: 'list' },
  { screen: 'goals', actions: ['goal.set'], icon: 'checkc' },
  { screen: 'answering', actions: ['correction.answer'], icon: 'refresh' },
  { screen: 'dashboard', actions: ['dashboard.exact'], icon: 'chart' },
  { screen: 'audit', actions: ['audit.read'], icon: 'doc' },
] as const

function OfficeRows({ me }: { me: Me }) {
  const may = (action: Action) => me.offices.some(({ role }) => reachOf(action, role) !== undefined)
  return (
    <>
      {OFFICE_ROWS.filter(({ actions }) => actions.some(may)).map(({ screen, icon }) => (
        <Cell
          key={screen}
          icon={icon}
          title={words.rows[screen]}
          help={words.rows[`${screen}Help`]}
          onPress={() => go(screen)}
        />
      ))}
    </>
  )
}

/** The token is forgotten on this phone even when the server cannot be told. */
function SignOut() {
  const [sure, setSure] = useState(false)
  const { send, sending } = useCommand('people.signOut')
  const unsent = useMyUnsent()
  const leave = async () => {
    await send({})
    setSure(false)
    useSession.getState().leave()
  }
  const dropAndLeave = () => {
    useUnsent.getState().remove(unsent.map(({ id }) => id))
    return leave()
  }
  const { title, help, yes } = words.signOutSure
  const waits = unsent.length > 0
  return (
    <View className={styles.out}>
      <AppButton kind="line" wide onPress={() => setSure(true)}>
        {words.signOut}
      </AppButton>
      <Sheet
        id="sign-out"
        title={title}
        open={sure}
        onClose={() => setSure(false)}
        act={{ words: waits ? unsentWords.signOut.keep : yes, onPress: leave, busy: sending }}
      >
        <View className="ld-body">{help}</View>
        {waits && (
          <>
            <View className="ld-body">{unsentWords.signOut.help(unsent.length)}</View>
            <AppButton kind="line" size="large" wide onPress={dropAndLeave}>
              {unsentWords.signOut.drop}
            </AppButton>
          </>
        )}
      </Sheet>
    </View>
  )
}

/** Said wherever demo identities exist, that is in development alone. */
function DemoNote() {
  const { data } = useAsk('people.personas', {})
  return data && data.personas.length > 0 ? <View className={styles.demo}>{words.demo}</View> : null
}

export default function MePage() {
  useFreshMe()
  const me = useSession((session) => session.me)
  return (
    <Page title={common.tabs.me} tab="me">
      {me ? <Who me={me} /> : <Guest />}
      <MyUnsent />
      <MyDrafts />
      {me && (
        <Section title={words.sections.work}>
          <Card>
            <Cell icon="list" title={words.rows.mine} help={words.rows.mineHelp} onPress={() => go('mine')} />
            {me.home && (
              <Cell
                icon="home"
                title={words.rows.house}
                help={words.rows.houseHelp}
                onPress={() => go('house', { id: me.home?.buildingId })}
              />
            )}
            <Cell
              icon="users"
              title={words.rows.council}
              help={words.rows.councilHelp}
              onPress={() => go('council')}
            />
            <Cell
              icon="heart"
              title={words.rows.volunteers}
              help={words.rows.volunteersHelp}
              onPress={() => go('volunteers')}
            />
            <Cell
              icon="pair"
              title={words.rows.pairings}
              help={words.rows.pairingsHelp}
              onPress={() => go('pairings')}
            />
            <Cell
              icon="clock"
              title={words.rows.bookings}
              help={words.rows.bookingsHelp}
              onPress={() => go('bookings')}
            />
            <Cell
              icon="list"
              title={words.rows.lists}
              help={words.rows.listsHelp}
              onPress={() => go('lists')}
            />
            {me.isStaff && (
              <Cell
                icon="shield"
                title={words.rows.queue}
                help={words.rows.queueHelp}
                onPress={() => go('queue')}
              />
            )}
            <OfficeRows me={me} />
            <Cell
              icon="chart"
              title={words.rows.scores}
              help={words.rows.scoresHelp}
              onPress={() => go('scores')}
            />
          </Card>
        </Section>
      )}
      <Settings me={me} />
      {me && <SignOut />}
      <DemoNote />
    </Page>
  )
}
