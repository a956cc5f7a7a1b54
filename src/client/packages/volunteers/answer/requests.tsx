import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { ReasonSheet } from '../../../components/reason-sheet'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { hours, answering as words } from '../../../texts/volunteers'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

type Certificate = OutputOf<'certificates.waiting'>['items'][number]
/** What takes a reason: no to a request, or a paper taken back. */
type Ending = 'decline' | 'revoke'

const ENDING: Partial<Record<Certificate['state'], Ending>> = { asked: 'decline', issued: 'revoke' }

function RequestCard({ certificate, onEnd }: { certificate: Certificate; onEnd: (ending: Ending) => void }) {
  const { id, name, state, no, fromDay, toDay, counted, reason } = certificate
  const ending = ENDING[state]
  const { send, sending, failure, clear } = useCommand('certificates.issue')
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-md">{name}</View>
        {no && <View className="ld-sm ld-help">{hours.no(no)}</View>}
        <View className="ld-sm ld-help">{`${hours.period(fromDay, toDay)}，${words.counted(counted)}`}</View>
        {state === 'asked' && (
          <AppButton
            kind="soft"
            size="small"
            busy={sending}
            label={`${name}，${words.issue}`}
            onPress={() => send({ id })}
          >
            {words.issue}
          </AppButton>
        )}
        {ending && (
          <AppButton
            kind="line"
            size="small"
            label={`${name}，${words.ended[ending].act}`}
            onPress={() => onEnd(ending)}
          >
            {words.ended[ending].act}
          </AppButton>
        )}
        {state === 'declined' && <View className="ld-sm ld-help">{hours.declined(reason ?? '')}</View>}
        {state === 'revoked' && <View className="ld-sm ld-brick">{hours.revoked(reason ?? '')}</View>}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Card>
  )
}

function EndSheet({ id, ending, onClose }: { id: string; ending: Ending; onClose: () => void }) {
  const command = useCommand(`certificates.${ending}`)
  const { act, reason: label } = words.ended[ending]
  return (
    <ReasonSheet
      id={ending}
      title={act}
      act={act}
      field={{ id: `${ending}-reason`, label, maxLength: 200 }}
      command={command}
      onSend={async (reason) => (await command.send({ id, reason })).ok}
      onClose={onClose}
    />
  )
}

/** 证明: what waits to be answered, and what was. */
export function Requests() {
  const asked = useAsk('certificates.waiting', {})
  const [opened, setOpened] = useState<{ id: string; ending: Ending }>()
  return (
    <Section title={words.certificates}>
      <Answered ask={asked} rows={3}>
        {({ items }) => (
          <View className="ld-stack">
            {items.length === 0 && <View className="ld-body ld-help">{words.none}</View>}
            {items.map((one) => (
              <RequestCard
                key={one.id}
                certificate={one}
                onEnd={(ending) => setOpened({ id: one.id, ending })}
              />
            ))}
          </View>
        )}
      </Answered>
      {opened && <EndSheet {...opened} onClose={() => setOpened(undefined)} />}
    </Section>
  )
}
