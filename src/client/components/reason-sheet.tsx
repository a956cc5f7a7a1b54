import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { Failure } from '../platform/transport'
import { Refused } from './refused'
import { Sheet } from './sheet'
import { noteProblem, WordsField } from './staff-actions/words-field'

interface ReasonSheetProps {
  id: string
  title: string
  /** The primary button's words. */
  act: string
  field: { id: string; label: string; hint?: string; maxLength?: number }
  /** What the words go with, as `useCommand` answers it. */
  command: { sending: boolean; failure: Failure | undefined; clear: () => void }
  /** Sends the words; whether they were taken. */
  onSend: (words: string) => Promise<boolean>
  onClose: () => void
  /** Above the words: what they are for and who reads them, or a choice that goes with them. */
  children?: ReactNode
}

/** A step that is taken with a reason: without words nothing is sent, and once they are taken the sheet is done. */
export function ReasonSheet({ id, title, act, field, command, onSend, onClose, children }: ReasonSheetProps) {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const { sending, failure, clear } = command
  const say = async () => {
    const wrong = noteProblem(said)
    setProblem(wrong)
    if (!wrong && (await onSend(said))) onClose()
  }
  return (
    <Sheet id={id} title={title} open onClose={onClose} act={{ words: act, onPress: say, busy: sending }}>
      <View className="ld-stack">
        {children}
        <WordsField {...field} value={said} error={problem} onChange={setSaid} />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
