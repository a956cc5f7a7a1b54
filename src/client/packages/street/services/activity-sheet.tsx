import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayNamed, startOfDay } from '#core/concerns/calendar'
import { readStretches } from '#core/stations/hours'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { services as words } from '../../../texts/services'
import { useCommand } from '../../../use-command'
import type { Station } from './index'

const MINUTE = 60_000
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** When it is, of what somebody wrote; nothing when it cannot be read. */
function timesIn(date: string, hours: string): { from: number; to: number } | undefined {
  const [stretch] = readStretches(hours) ?? []
  const midnight = DATE.test(date.trim()) ? startOfDay(dayNamed(date.trim())) : Number.NaN
  if (!stretch || Number.isNaN(midnight)) return undefined
  return { from: midnight + stretch[0] * MINUTE, to: midnight + stretch[1] * MINUTE }
}

/** 发活动: what, where, when. */
export function ActivitySheet({ station, onClose }: { station: Station; onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState(station.name)
  const [date, setDate] = useState('')
  const [hours, setHours] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure } = useCommand('services.announce')
  const press = async () => {
    const times = timesIn(date, hours)
    const isWhole = times && title.trim().length >= 2 && place.trim().length >= 2
    setProblem(isWhole ? undefined : words.activityWrong)
    if (!times || !isWhole) return
    const answer = await send({ stationId: station.id, title: title.trim(), place: place.trim(), ...times })
    if (answer.ok) onClose()
  }
  const { activity } = words
  return (
    <Sheet
      id="activity"
      title={words.add.activity}
      open
      onClose={onClose}
      act={{ words: words.save, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <TextInput
          id="activity-title"
          label={activity.title}
          value={title}
          maxLength={40}
          error={problem}
          onChange={setTitle}
        />
        <TextInput
          id="activity-place"
          label={activity.place}
          value={place}
          maxLength={60}
          onChange={setPlace}
        />
        <TextInput
          id="activity-date"
          label={activity.date}
          hint={activity.dateHint}
          value={date}
          maxLength={10}
          onChange={setDate}
        />
        <TextInput
          id="activity-hours"
          label={activity.hours}
          hint={words.hoursHint}
          value={hours}
          maxLength={20}
          onChange={setHours}
        />
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
