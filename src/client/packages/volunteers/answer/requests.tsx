import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { hours, answering as words } from '../../../texts/volunteers'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

type Certificate = OutputOf<'certificates.waiting'>['items'][number]

function RequestCard({ certificate, onRevoke }: { certificate: Certificate; onRevoke: () => void }) {
  const { id, name, state, no, fromDay, toDay, counted, reason } = certificate
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
        {state === 'issued' && (
          <AppButton kind="line" size="small" label={`${name}，${words.revoke}`} onPress={onRevoke}>
            {words.revoke}
          </AppButton>
        )}
        {state === 'revoked' && <View className="ld-sm ld-brick">{hours.revoked(reason ?? '')}</View>}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Card>
  )
}

function RevokeSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('certificates.revoke')
  const revoke = async () => {
    const wrong = noteProblem(reason)
    setProblem(wrong)
    if (!wrong && (await send({ id, reason })).ok) onClose()
  }
  const act = { words: words.revoke, onPress: revoke, busy: sending }
  return (
    <Sheet id="revoke" title={words.revoke} open onClose={onClose} act={act}>
      <WordsField
        id="revoke-reason"
        label={words.reason}
        value={reason}
        error={problem}
        maxLength={200}
        onChange={setReason}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}

/** 证明: what waits to be issued, and what was. */
export function Requests() {
  const asked = useAsk('certificates.waiting', {})
  const [revoking, setRevoking] = useState<string>()
  return (
    <Section title={words.certificates}>
      <Answered ask={asked} rows={3}>
        {({ items }) => (
          <View className="ld-stack">
            {items.length === 0 && <View className="ld-body ld-help">{words.none}</View>}
            {items.map((one) => (
              <RequestCard key={one.id} certificate={one} onRevoke={() => setRevoking(one.id)} />
            ))}
          </View>
        )}
      </Answered>
      {revoking && <RevokeSheet id={revoking} onClose={() => setRevoking(undefined)} />}
    </Section>
  )
}
