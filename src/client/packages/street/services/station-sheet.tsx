import { View } from '@tarojs/components'
import { useState } from 'react'
import { DAY_KINDS, type DayKind, readStretches, type Stretch, stretchesText } from '#core/stations/hours'
import { AppButton } from '../../../components/button'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { services as words } from '../../../texts/services'
import { useCommand } from '../../../use-command'
import type { Station } from './index'

interface StationSheetProps {
  gridPath: string
  /** `null`: a new one. */
  station: Station | null
  onClose: () => void
}

const NEW_HOURS: Record<DayKind, string> = { workdays: '8:30-12:00 14:00-17:30', weekends: '', holidays: '' }

const textsOf = ({ hours }: Station): Record<DayKind, string> => ({
  workdays: stretchesText(hours.workdays),
  weekends: stretchesText(hours.weekends),
  holidays: stretchesText(hours.holidays),
})

/** The hours as they are sent; `undefined` when one line makes no sense. */
function hoursIn(said: Record<DayKind, string>) {
  const read = (kind: DayKind) =>
    readStretches(said[kind])?.map(([from, to]: Stretch): [number, number] => [from, to])
  const [workdays, weekends, holidays] = [read('workdays'), read('weekends'), read('holidays')]
  return workdays && weekends && holidays ? { workdays, weekends, holidays } : undefined
}

/** 服务站: where it is, its number, when its door is open on which kind of day. */
export function StationSheet({ gridPath, station, onClose }: StationSheetProps) {
  const [name, setName] = useState(station?.name ?? '')
  const [address, setAddress] = useState(station?.address ?? '')
  const [phone, setPhone] = useState(station?.phone ?? '')
  const [hours, setHours] = useState(station ? textsOf(station) : NEW_HOURS)
  const [problem, setProblem] = useState<string>()
  const save = useCommand('services.saveStation')
  const close = useCommand('services.closeStation')
  const press = async () => {
    const open = hoursIn(hours)
    const isNamed = name.trim().length >= 2 && address.trim().length >= 2
    setProblem(isNamed ? (open ? undefined : words.hoursWrong) : words.missing)
    if (!open || !isNamed) return
    const said = { name: name.trim(), address: address.trim(), phone: phone.trim() || null, hours: open }
    const answer = await save.send({ id: station?.id ?? null, gridPath, ...said })
    if (answer.ok) onClose()
  }
  const end = async () => {
    if (station && (await close.send({ id: station.id })).ok) onClose()
  }
  const failure = save.failure ?? close.failure
  return (
    <Sheet
      id="station"
      title={station?.name ?? words.add.station}
      open
      onClose={onClose}
      act={{ words: words.save, onPress: press, busy: save.sending }}
    >
      <View className="ld-stack">
        <TextInput
          id="station-name"
          label={words.name}
          value={name}
          maxLength={40}
          error={problem}
          onChange={setName}
        />
        <TextInput
          id="station-address"
          label={words.address}
          value={address}
          maxLength={100}
          onChange={setAddress}
        />
        <TextInput
          id="station-phone"
          label={words.phone}
          hint={words.phoneHint}
          value={phone}
          maxLength={20}
          onChange={setPhone}
        />
        {DAY_KINDS.map((kind) => (
          <TextInput
            key={kind}
            id={`station-${kind}`}
            label={words.hours(kind)}
            hint={words.hoursHint}
            value={hours[kind]}
            maxLength={40}
            onChange={(text) => setHours({ ...hours, [kind]: text })}
          />
        ))}
        {station && (
          <AppButton kind="line" wide busy={close.sending} onPress={end}>
            {words.close}
          </AppButton>
        )}
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
