import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { actWords, room as words } from '../../../texts/meetings'
import { useAct } from './use-act'
import type { Live } from './use-live'

interface NoteSheetProps {
  kind: 'cancel' | 'put_off'
  help: string
  /** What the act names besides its reason. */
  more?: { place: number }
  live: Pick<Live, 'id' | 'refresh'>
  onClose: () => void
}

/** An act with a reason, which everybody reads. */
export function NoteSheet({ kind, help, more, live, onClose }: NoteSheetProps) {
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const { act, sending, failure, clear } = useAct(kind, live)
  const title = actWords[kind] ?? ''
  const press = async () => {
    const wrong = noteProblem(note)
    setProblem(wrong)
    const input = { id: live.id, note, ...more } as Parameters<typeof act>[0]
    if (!wrong && (await act(input))) onClose()
  }
  return (
    <Sheet
      id={`note-${kind}`}
      title={title}
      open
      onClose={onClose}
      act={{ words: title, onPress: press, busy: sending }}
    >
      <View className="ld-body">{help}</View>
      <WordsField
        id={`${kind}-note`}
        label={words.why}
        value={note}
        maxLength={200}
        error={problem}
        onChange={setNote}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
