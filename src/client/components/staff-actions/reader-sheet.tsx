import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { copyWords } from '../../platform/clipboard'
import { dial } from '../../platform/phone'
import { problemAt } from '../../texts/problems'
import { deedWords, reader as words } from '../../texts/staff'
import { useCommand } from '../../use-command'
import { AppButton } from '../button'
import { Refused } from '../refused'
import { Sheet } from '../sheet'
import { nextStepOf } from './next-step'
import type { DeedProps } from './use-deed'
import { noteProblem, WordsField } from './words-field'

type Reporter = OutputOf<'concerns.readReporter'>

/** A reason fits one line: the contract takes no more. */
const LONGEST_REASON = 60

function Found({ reporter }: { reporter: Reporter }) {
  const [copied, setCopied] = useState(false)
  const { name, phone, helped } = reporter
  const copy = async () => setCopied(await copyWords(phone ?? ''))
  return (
    <View className="ld-stack">
      <View className="ld-xl">{phone ? `${name}，${phone}` : name}</View>
      {!phone && <View className="ld-body">{words.noPhone}</View>}
      {helped && <View className="ld-body">{words.helped(helped.name, helped.phone)}</View>}
      {phone && (
        <AppButton kind="soft" wide onPress={copy}>
          {copied ? words.copied : words.copy}
        </AppButton>
      )}
    </View>
  )
}

/** 看电话: why first, then name and number, gone again when the sheet closes. */
export function ReaderSheet({ concern, open, onClose }: DeedProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [reporter, setReporter] = useState<Reporter>()
  const { send, sending, failure, clear } = useCommand('concerns.readReporter')
  const missing = noteProblem(reason)
  const beside = problemAt(failure?.fields, 'reason')

  const look = async () => {
    setTried(true)
    if (missing) return
    const answer = await send({ id: concern.id, reason })
    if (answer.ok) setReporter(answer.data)
  }
  const close = () => {
    setReporter(undefined)
    setTried(false)
    onClose()
  }
  const again = failure && nextStepOf(failure) === 'again' ? look : clear
  return (
    <Sheet
      id="deed-read_reporter"
      title={reporter ? words.who : deedWords.read_reporter.name}
      open={open}
      onClose={close}
      act={actOf(reporter, look, sending)}
    >
      {reporter ? (
        <Found reporter={reporter} />
      ) : (
        <WordsField
          id="reader-reason"
          label={words.reason}
          hint={words.recorded}
          phrases={words.phrases}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={setReason}
          error={(tried ? missing : undefined) ?? beside}
        />
      )}
      {failure && !beside && <Refused failure={failure} onAct={again} />}
    </Sheet>
  )
}

function actOf(reporter: Reporter | undefined, look: () => void, busy: boolean) {
  if (!reporter) return { words: deedWords.read_reporter.send, onPress: look, busy }
  const { phone } = reporter
  return phone === null ? undefined : { words: words.call, onPress: () => dial(phone) }
}
