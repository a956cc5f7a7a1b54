import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { offer as words } from '../../../texts/offers'
import { useCommand } from '../../../use-command'
import type { OfferView } from './index'

interface NoteSheetProps {
  offer: OfferView
  /** The one time that is called off; `null`: the whole offer ends. */
  startsAt: number | null
  onClose: () => void
}

/** 这次不办, 停掉: with the reason that everybody who booked reads. */
export function NoteSheet({ offer: { id, version }, startsAt, onClose }: NoteSheetProps) {
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const off = useCommand('offers.callOff')
  const end = useCommand('offers.end')
  const failure = off.failure ?? end.failure
  const press = async () => {
    const wrong = noteProblem(note)
    setProblem(wrong)
    if (wrong) return
    const said = note.trim()
    const answer = await (startsAt === null
      ? end.send({ id, version, note: said })
      : off.send({ id, startsAt, note: said }))
    if (answer.ok) onClose()
  }
  const title = startsAt === null ? words.end : words.callOff
  return (
    <Sheet
      id="offer-note"
      title={title}
      open
      onClose={onClose}
      act={{ words: title, onPress: press, busy: off.sending || end.sending }}
    >
      <View className="ld-stack">
        <WordsField
          id="offer-note-words"
          label={words.note}
          value={note}
          error={problem}
          maxLength={200}
          onChange={setNote}
        />
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
