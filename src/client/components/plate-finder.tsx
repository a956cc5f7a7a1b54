import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../call'
import { canScan, scanPlate } from '../platform/scan'
import { plate as words } from '../texts/plate'
import { refusals } from '../texts/refusals'
import { type EstateBuilding, useEstate } from './building-picker'
import { AppButton } from './button'
import { plateCodeIn } from './plate-code'
import { TextInput } from './text-input'

type Found = Omit<EstateBuilding, 'open'>

/** Scans the plate where the phone can, and takes its number where it cannot. */
export function PlateFinder({ onFind }: { onFind: (building: Found) => void }) {
  const { data: estate } = useEstate()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)

  const ask = async (code: string) => {
    setBusy(true)
    const answer = await call('places.plate', { code })
    setBusy(false)
    if (answer.ok) return onFind(answer.data)
    setProblem(answer.error.code === 'OFFLINE' ? refusals.OFFLINE.help : words.unknown)
  }
  const find = async () => {
    const near = estate?.buildings.find(({ no }) => String(no) === numberIn(typed))
    setProblem(undefined)
    if (near) return onFind(near)
    if (typed.trim() === '') return setProblem(words.empty)
    await ask(plateCodeIn(typed))
  }
  const scan = async () => {
    const text = await scanPlate()
    if (text) await ask(plateCodeIn(text))
  }
  return (
    <View>
      {canScan && (
        <AppButton kind="soft" icon="scan" wide onPress={scan} busy={busy}>
          {words.scan}
        </AppButton>
      )}
      <TextInput
        id="plate"
        label={words.label}
        hint={words.hint}
        value={typed}
        error={problem}
        onChange={setTyped}
        maxLength={60}
      />
      <View className="ld-row" style={{ marginTop: '12px' }}>
        <AppButton kind="soft" wide onPress={find} busy={busy}>
          {words.find}
        </AppButton>
      </View>
    </View>
  )
}

/** 23, 23栋 and 023 are the same house. */
const numberIn = (typed: string): string => /^\s*0*(\d{1,4})\D{0,2}\s*$/.exec(typed)?.[1] ?? ''
