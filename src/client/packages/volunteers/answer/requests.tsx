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

function ReasonSheet({ id, ending, onClose }: { id: string; ending: Ending; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand(`certificates.${ending}`)
  const end = async () => {
    const wrong = noteProblem(reason)
    setProblem(wrong)
    if (!wrong && (await send({ id, reason })).ok) onClose()
  }
  const { act: title, reason: label } = words.ended[ending]
  const act = { words: title, onPress: end, busy: sending }
  return (
    <Sheet id={ending} title={title} open onClose={onClose} act={act}>
      <WordsField
        id={`${ending}-reason`}
        label={label}
        value={reason}
        error={problem}
        maxLength={200}
        onChange={setReason}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
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
      {opened && <ReasonSheet {...opened} onClose={() => setOpened(undefined)} />}
    </Section>
  )
}
