import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '#core/concerns/calendar'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { ReasonSheet } from '../../../components/reason-sheet'
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
export function VisitSheet({ pairing: { id, version }, onDone, onClose }: StepProps) {
  const [back, setBack] = useState(0)
  const command = useCommand('pairings.visit')
  const now = useNow()
  const write = (note: string) => command.send({ id, version, day: dayOf(now) - back, note })
  return (
    <ReasonSheet
      id="pairing-visit"
      title={words.visit}
      act={words.visit}
      field={{
        ...{ id: 'visit-note', label: words.note, hint: words.noteHint },
        ...{ missing: words.noteMissing, maxLength: 500 },
      }}
      command={command}
      onSend={async (note) => (await write(note)).ok}
      onClose={onClose}
      onDone={onDone}
    >
      <Field id="visit-day" label={words.visitDay}>
        <View className="ld-row ld-wrap" {...readable('group', words.visitDay)}>
          {BACK.map((days) => (
            <Chip key={days} words={backWords(days)} chosen={days === back} onPress={() => setBack(days)} />
          ))}
        </View>
      </Field>
    </ReasonSheet>
  )
}
