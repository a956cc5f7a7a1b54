import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Refused } from '../../../components/refused'
import { goBack } from '../../../platform/navigate'
import { form as words } from '../../../texts/buildings'
import { useCommand } from '../../../use-command'
import { PeopleStep, StructureStep, UseStep } from './steps'
import {
  cardOf,
  contactsOf,
  draftBox,
  startOf,
  type Typed,
  type Wrong,
  withoutPeople,
  wrongIn,
} from './typed'

const STEPS = [StructureStep, UseStep, PeopleStep] as const
/** Fields of each step: a step is left only when its own are right. */
const FIELDS: (keyof Typed)[][] = [
  ['address', 'above', 'below', 'area', 'built'],
  ['uses', 'rooms'],
  ['ownerPhone', 'managerPhone'],
]

export function CardForm({ house }: { house: OutputOf<'buildings.get'> }) {
  const draft = draftBox(house.id)
  const [typed, setTyped] = useState<Typed>(() => ({ ...startOf(house), ...draft.read() }))
  const [at, setAt] = useState(0)
  const [wrong, setWrong] = useState<Wrong>({})
  const { send, sending, failure } = useCommand('buildings.submitCard')

  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    draft.write(withoutPeople(next))
  }
  const isRight = (): boolean => {
    const found = wrongIn(typed)
    setWrong(found)
    return !(FIELDS[at] ?? []).some((field) => found[field])
  }
  const goOn = async () => {
    if (!isRight()) return
    if (at < STEPS.length - 1) return setAt(at + 1)
    const version = house.full?.version ?? 0
    const answer = await send({ id: house.id, version, card: cardOf(typed), contacts: contactsOf(typed) })
    if (!answer.ok) return
    draft.clear()
    goBack()
  }
  const Step = STEPS[at] ?? StructureStep
  return (
    <View className="ld-stack">
      <View className="ld-lg">{words.step(at + 1, STEPS.length, words.steps[at] ?? '')}</View>
      <Step typed={typed} wrong={wrong} onChange={change} />
      <View className="ld-sm ld-help">{words.kept}</View>
      {failure && <Refused failure={failure} />}
      <AppButton size="large" wide busy={sending} onPress={goOn}>
        {at === STEPS.length - 1 ? words.send : words.next}
      </AppButton>
      {at > 0 && (
        <AppButton kind="line" wide onPress={() => setAt(at - 1)}>
          {words.back}
        </AppButton>
      )}
    </View>
  )
}
