import { View } from '@tarojs/components'
import { useState } from 'react'
import { DAY } from '#core/concerns/calendar'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { hardship as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import type { StepProps } from './steps'

const BY = (['7', '14', '30', '90'] as const).map((value) => ({ value, words: words.byChoices[value] }))

/** 加一条措施: what, who, by when. */
export function MeasureSheet({ shown, onDone, onClose }: StepProps) {
  const [what, setWhat] = useState('')
  const [who, setWho] = useState('')
  const [days, setDays] = useState<(typeof BY)[number]['value']>('14')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('hardship.measure')
  const now = useNow()
  const short = (said: string) => (tried && said.trim().length < 2 ? words.wordsMissing : undefined)
  const add = async () => {
    setTried(true)
    if (what.trim().length < 2 || who.trim().length < 2) return
    const { id, version } = shown
    if ((await send({ id, version, what, who, dueAt: now + Number(days) * DAY })).ok) onDone()
  }
  return (
    <Sheet
      id="case-measure"
      title={words.steps.measure}
      open
      onClose={onClose}
      act={{ words: words.steps.measure, onPress: add, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.helps.measure}</View>
        <TextInput
          id="measure-what"
          label={words.what}
          value={what}
          error={short(what)}
          maxLength={100}
          onChange={setWhat}
        />
        <TextInput
          id="measure-who"
          label={words.whoDoes}
          value={who}
          error={short(who)}
          maxLength={40}
          onChange={setWho}
        />
        <Segmented label={words.by} choices={BY} value={days} onChoose={setDays} />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
