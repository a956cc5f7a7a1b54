import { View } from '@tarojs/components'
import { useState } from 'react'
import type { InputOf, OutputOf } from '#contracts/operations'
import { reachOf } from '#core/people/policy'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { TextInput } from '../../../components/text-input'
import { go } from '../../../platform/navigate'
import { useSession } from '../../../stores/session'
import { dayStamp, momentWords } from '../../../texts/dates'
import { problemAt } from '../../../texts/problems'
import { doerWords, rights } from '../../../texts/rights'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'

const words = rights.audit
type Read = OutputOf<'audit.read'>
type Line = Read['items'][number]

const titleOf = ({ office, by, deed }: Line): string =>
  `${office === 'clock' ? words.clock : doerWords(office, by)}：${deed}`

const helpOf = ({ at, outcome, look }: Line, now: number): string =>
  [momentWords(at, now), look && words.look(look.reason), outcome !== 'done' && words.refused(outcome)]
    .filter(Boolean)
    .join('，')

function Lines({ read, onMore, busy }: { read: Read; onMore: () => void; busy: boolean }) {
  const now = useNow()
  return (
    <View className="ld-stack">
      {read.items.length === 0 && <Empty title={words.none} />}
      {read.items.length > 0 && (
        <Card>
          {read.items.map((line) => (
            <Cell key={line.id} icon="doc" title={titleOf(line)} help={helpOf(line, now)} />
          ))}
        </Card>
      )}
      {read.cursor !== null && (
        <AppButton kind="line" wide busy={busy} onPress={onMore}>
          {words.more}
        </AppButton>
      )}
    </View>
  )
}

type Asked = Omit<InputOf<'audit.read'>, 'cursor'>

/** Each page is read anew for the same reason, and each leaves its line in the log. */
function useReading() {
  const { send, sending, failure, clear } = useCommand('audit.read')
  const [asked, setAsked] = useState<Asked>()
  const [read, setRead] = useState<Read>()
  return {
    ...{ read, sending, failure, clear },
    async begin(wanted: Asked) {
      const answer = await send(wanted)
      if (!answer.ok) return
      setAsked(wanted)
      setRead(answer.data)
    },
    async goOn() {
      if (!asked || !read) return
      const answer = await send({ ...asked, cursor: read.cursor })
      if (answer.ok) setRead({ ...answer.data, items: [...read.items, ...answer.data.items] })
    },
  }
}

function Reading({ scope }: { scope: string }) {
  const [gridPath, setGridPath] = useState(scope)
  const [day, setDay] = useState(() => dayStamp(Date.now()))
  const [reason, setReason] = useState('')
  const { read, sending, failure, clear, begin, goOn } = useReading()
  const at = (path: string) => failure?.fields && problemAt(failure.fields, path)
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.lead}</View>
      <TextInput
        id="audit-grid"
        label={words.grid}
        hint={words.gridHint}
        value={gridPath}
        error={at('gridPath')}
        onChange={setGridPath}
      />
      <TextInput
        id="audit-day"
        label={words.day}
        hint={words.dayHint}
        value={day}
        error={at('day')}
        onChange={setDay}
      />
      <TextInput
        id="audit-reason"
        label={words.reason}
        value={reason}
        maxLength={100}
        error={at('reason')}
        onChange={setReason}
      />
      <AppButton size="large" wide busy={sending} onPress={() => begin({ gridPath, day, reason })}>
        {words.read}
      </AppButton>
      {failure && failure.code !== 'VALIDATION' && <Refused failure={failure} onAct={clear} />}
      {read && <Lines read={read} onMore={goOn} busy={sending} />}
    </View>
  )
}

/** 操作记录: for the street and the auditor. */
export default function AuditPage() {
  const held = useSession((session) => session.me?.offices)
  const office = held?.find(({ role }) => reachOf('audit.read', role) !== undefined)
  return (
    <Page title={words.title}>
      {office ? (
        <Reading scope={office.gridPath} />
      ) : (
        <Refused failure={{ code: 'FORBIDDEN' }} onAct={() => go('home')} />
      )}
    </Page>
  )
}
