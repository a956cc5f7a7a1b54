import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { TextInput } from '../../../components/text-input'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { officeWords, offices as words } from '../../../texts/offices'
import { useAskPages } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { EndSheet } from './end-sheet'
import { GiveSheet } from './give-sheet'

type Listed = OutputOf<'offices.list'>
type Office = Listed['items'][number]

const factOf = ({ gridName, role, acting, until }: Pick<Office, 'gridName' | 'role' | 'acting' | 'until'>) =>
  `${gridName}${officeWords(role, acting)}，${words.until(until)}`

/** 双人复核: what one street admin has asked for, another answers. */
function Waiting({ waiting }: Pick<Listed, 'waiting'>) {
  const { send, sending, failure, clear } = useCommand('offices.answer')
  if (waiting.length === 0) return null
  return (
    <Section title={words.waiting}>
      <Card>
        {waiting.map((one) => (
          <View key={one.id}>
            <Cell icon="clock" title={one.name} help={`${factOf(one)}，${words.asked(one.askedBy)}`} />
            {one.mayAnswer && (
              <View className="ld-row">
                <View className="ld-grow">
                  <AppButton
                    kind="soft"
                    wide
                    busy={sending}
                    label={`${words.approve}，${one.name}`}
                    onPress={() => send({ id: one.id, approve: true })}
                  >
                    {words.approve}
                  </AppButton>
                </View>
                <View className="ld-grow">
                  <AppButton
                    kind="line"
                    wide
                    busy={sending}
                    label={`${words.turnDown}，${one.name}`}
                    onPress={() => send({ id: one.id, approve: false })}
                  >
                    {words.turnDown}
                  </AppButton>
                </View>
              </View>
            )}
          </View>
        ))}
        {failure && <Refused failure={failure} onAct={clear} />}
      </Card>
    </Section>
  )
}

function Offices({ gridPath }: { gridPath: string }) {
  const [text, setText] = useState('')
  const list = useAskPages('offices.list', { gridPath, text: text.trim() })
  const [ending, setEnding] = useState<Office>()
  usePulledDown(list.refresh)
  return (
    <View>
      <TextInput id="offices-text" label={words.search} value={text} maxLength={20} onChange={setText} />
      <Answered ask={list} rows={6}>
        {({ waiting }) => (
          <View>
            <Waiting waiting={waiting} />
            <Section title={words.list}>
              {list.items.length === 0 && <Empty title={words.none} />}
              {list.items.length > 0 && (
                <Card>
                  {list.items.map((one) => (
                    <Cell
                      key={one.id}
                      icon="me"
                      title={one.name}
                      help={factOf(one)}
                      end={
                        one.mayEnd && (
                          <AppButton
                            kind="line"
                            size="small"
                            label={`${words.end}，${one.name}${officeWords(one.role, one.acting)}`}
                            onPress={() => setEnding(one)}
                          >
                            {words.end}
                          </AppButton>
                        )
                      }
                    />
                  ))}
                </Card>
              )}
              <MoreRows list={list} />
            </Section>
            {ending && <EndSheet office={ending} onClose={() => setEnding(undefined)} />}
          </View>
        )}
      </Answered>
    </View>
  )
}

/** 谁担任什么: for community staff and the street. */
export default function OfficesPage() {
  const held = useSession((session) => session.me?.offices)
  const office = held?.find(({ role }) => reachOf('office.read', role) !== undefined)
  const mayGive = office !== undefined && reachOf('office.assign', office.role) !== undefined
  const [giving, setGiving] = useState(false)
  const [said, setSaid] = useState<string>()
  const give = (
    <AppButton wide onPress={() => setGiving(true)}>
      {words.give}
    </AppButton>
  )
  return (
    <Page title={words.title} foot={mayGive ? give : undefined}>
      {!office && <Refused failure={{ code: 'FORBIDDEN' }} onAct={() => go('home')} />}
      {said && <Notice icon="checkc" title={said} />}
      {office && <Offices gridPath={office.gridPath} />}
      {office && giving && (
        <GiveSheet
          office={office}
          onClose={() => setGiving(false)}
          onGiven={(waits) => {
            setGiving(false)
            setSaid(waits ? words.waits : words.done)
          }}
        />
      )}
    </Page>
  )
}
