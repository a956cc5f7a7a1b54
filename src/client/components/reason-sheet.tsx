import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { Failure } from '../platform/transport'
import { Refused } from './refused'
import { Sheet } from './sheet'
import { noteProblem, WordsField } from './staff-actions/words-field'

interface Field {
  id: string
  label: string
  hint?: string
  placeholder?: string
  maxLength?: number
  /** The step may be taken without a word. */
  optional?: boolean
  /** Asks for words that are missing, in place of the usual sentence. */
  missing?: string
  /** What the server found wrong with them; it stands beside the field, and nothing below it. */
  error?: string
}

interface ReasonSheetProps {
  id: string
  title: string
  /** The primary button's words. */
  act: string
  field: Field
  /** What the words go with, as `useCommand` answers it. */
  command: { sending: boolean; failure: Failure | undefined; clear: () => void }
  /** Sends the words; whether they were taken. */
  onSend: (words: string) => Promise<boolean>
  onClose: () => void
  /** Where more follows than that the sheet closes. */
  onDone?: () => void
  /** Above the words: what they are for and who reads them, or a choice that goes with them. */
  children?: ReactNode
}

/** A step that is taken with a reason: without words nothing is sent, and once they are taken the sheet is done. */
export function ReasonSheet({
  id,
  title,
  act,
  field: { missing, error, ...field },
  command: { sending, failure, clear },
  onSend,
  onClose,
  onDone = onClose,
  children,
}: ReasonSheetProps) {
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const lacking = field.optional ? undefined : noteProblem(said)
  const say = async () => {
    setTried(true)
    if (!lacking && (await onSend(said))) onDone()
  }
  return (
    <Sheet id={id} title={title} open onClose={onClose} act={{ words: act, onPress: say, busy: sending }}>
      <View className="ld-stack">
        {children}
        <WordsField
          {...field}
          value={said}
          error={(tried && lacking ? (missing ?? lacking) : undefined) ?? error}
          onChange={setSaid}
        />
        {failure && !error && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
