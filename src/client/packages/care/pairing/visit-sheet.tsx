import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '#core/concerns/calendar'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { readable } from '../../../platform/accessible'
import { pairings as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import type { StepProps } from './deeds'

/** Today and the week before it: who comes home late still writes it down. */
const BACK = [0, 1, 2, 3, 4, 5, 6]
const backWords = (days: number): string => {
  if (days === 0) return words.today
  return days === 1 ? words.yesterday : words.earlier(days)
}

/** 记一次走访: on which day, and what was seen; the words are for those who serve. */
export function VisitSheet({ pairing, onDone, onClose }: StepProps) {
  const [back, setBack] = useState(0)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('pairings.visit')
  const now = useNow()
  const missing = note.trim().length < 2
  const write = async () => {
    setTried(true)
    if (missing) return
    const { id, version } = pairing
    if ((await send({ id, version, day: dayOf(now) - back, note })).ok) onDone()
  }
  return (
    <Sheet
      id="pairing-visit"
      title={words.visit}
      open
      onClose={onClose}
      act={{ words: words.visit, onPress: write, busy: sending }}
    >
      <Field id="visit-day" label={words.visitDay}>
        <View className="ld-row ld-wrap" {...readable('group', words.visitDay)}>
          {BACK.map((days) => (
            <Chip key={days} words={backWords(days)} chosen={days === back} onPress={() => setBack(days)} />
          ))}
        </View>
      </Field>
      <TextArea
        id="visit-note"
        label={words.note}
        hint={words.noteHint}
        value={note}
        error={tried && missing ? words.noteMissing : undefined}
        maxLength={500}
        onChange={setNote}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
