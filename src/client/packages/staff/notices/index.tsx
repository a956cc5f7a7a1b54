import { View } from '@tarojs/components'
import { useState } from 'react'
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
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { TextInput } from '../../../components/text-input'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { type Me, useSession } from '../../../stores/session'
import { noticesPage as words } from '../../../texts/heads'
import { problemAt } from '../../../texts/problems'
import { useAskPages } from '../../../use-ask'
import { useCommand } from '../../../use-command'

type Office = Me['offices'][number]

function WriteSheet({
  office,
  onClose,
  onSent,
}: {
  office: Office
  onClose: () => void
  onSent: (houses: number) => void
}) {
  const [title, setTitle] = useState('')
  const [said, setSaid] = useState('')
  const { send, sending, failure, clear } = useCommand('notices.write')
  const press = async () => {
    const answer = await send({ gridPath: office.gridPath, title, words: said })
    if (answer.ok) onSent(answer.data.houses)
  }
  const at = (path: string) => (failure?.fields ? problemAt(failure.fields, path) : undefined)
  return (
    <Sheet
      id="notice-write"
      title={words.write}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: press, busy: sending }}
    >
      <View className="ld-body">{words.to(office.gridName)}</View>
      <TextInput
        id="notice-title"
        label={words.heading}
        hint={words.headingHint}
        value={title}
        maxLength={40}
        error={at('title')}
        onChange={setTitle}
      />
      <TextArea
        id="notice-words"
        label={words.words}
        placeholder={words.placeholder}
        value={said}
        maxLength={1_000}
        error={at('words')}
        onChange={setSaid}
      />
      {failure && failure.code !== 'VALIDATION' && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}

function Written() {
  const list = useAskPages('notices.written', {})
  usePulledDown(list.refresh)
  return (
    <Section title={words.written}>
      <Answered ask={list} rows={3}>
        {() => (
          <View>
            {list.items.length === 0 && <Empty title={words.none} />}
            {list.items.length > 0 && (
              <Card>
                {list.items.map(({ id, title, gridName, passed, houses }) => (
                  <Cell
                    key={id}
                    icon="bell"
                    title={title}
                    help={`${gridName}，${words.passed(passed, houses)}`}
                  />
                ))}
              </Card>
            )}
            <MoreRows list={list} />
          </View>
        )}
      </Answered>
    </Section>
  )
}

/** 通知楼栋长: what is to be told in every house, and in how many it was. */
export default function NoticesPage() {
  const offices = useSession((session) => session.me?.offices)
  const office = offices?.find(({ role }) => reachOf('notice.write', role) !== undefined)
  const [writing, setWriting] = useState(false)
  const [sentTo, setSentTo] = useState<number>()
  const write = (
    <AppButton wide onPress={() => setWriting(true)}>
      {words.write}
    </AppButton>
  )
  return (
    <Page title={words.title} foot={office && write}>
      {!office && <Refused failure={{ code: 'FORBIDDEN' }} onAct={() => go('home')} />}
      {sentTo !== undefined && <Notice icon="checkc" title={words.sent(sentTo)} />}
      {office && <Written />}
      {office && writing && (
        <WriteSheet
          office={office}
          onClose={() => setWriting(false)}
          onSent={(houses) => {
            setWriting(false)
            setSentTo(houses)
          }}
        />
      )}
    </Page>
  )
}
