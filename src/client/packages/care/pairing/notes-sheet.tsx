import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Picture } from '../../../components/picture'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { WordsField } from '../../../components/staff-actions/words-field'
import { dayOfWords, pairings as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'

type Notes = OutputOf<'pairings.read_notes'>

function Read({ notes, slips, witness }: Notes) {
  return (
    <View className="ld-stack">
      {notes.length === 0 && <View className="ld-body">{words.noVisits}</View>}
      {notes.map(({ visitId, day, note }) => (
        <View key={visitId}>
          <View className="ld-sm ld-help">{dayOfWords(day)}</View>
          <View className="ld-body">{note}</View>
        </View>
      ))}
      {witness && <View className="ld-body">{words.readWitness(witness)}</View>}
      {slips.map(({ id, url }) => (
        <Picture key={id} src={url} mode="widthFix" words={words.slipPhoto} />
      ))}
    </View>
  )
}

/** 看走访记录: why first; gone again when the sheet closes. */
export function NotesSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [read, setRead] = useState<Notes>()
  const { send, sending, failure, clear } = useCommand('pairings.read_notes')
  const missing = reason.trim().length < 2
  const look = async () => {
    setTried(true)
    if (missing) return
    const answer = await send({ id, reason })
    if (answer.ok) setRead(answer.data)
  }
  return (
    <Sheet
      id="pairing-notes"
      title={words.read}
      open
      onClose={onClose}
      act={read ? undefined : { words: words.read, onPress: look, busy: sending }}
    >
      {read ? (
        <Read {...read} />
      ) : (
        <View>
          <View className="ld-body">{words.readHelp}</View>
          <WordsField
            id="notes-reason"
            label={words.readReason}
            phrases={words.readReasons}
            maxLength={100}
            value={reason}
            onChange={setReason}
            error={tried && missing ? words.readMissing : undefined}
          />
        </View>
      )}
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
