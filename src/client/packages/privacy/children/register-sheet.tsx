import { View } from '@tarojs/components'
import { useState } from 'react'
import { CHILD_PURPOSES, type ChildPurpose } from '#core/people/children'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { SwitchRow } from '../../../components/switch-row'
import { TextInput } from '../../../components/text-input'
import { guardians, children as words } from '../../../texts/guardians'
import { useCommand } from '../../../use-command'

const EMPTY = { name: '', year: '', month: '' }

/** Empty, or what is wrong with what was typed. */
function wrongIn({ name, year, month }: typeof EMPTY) {
  const isYear = /^(19|20)\d\d$/.test(year)
  const isMonth = /^(0?[1-9]|1[0-2])$/.test(month)
  return {
    name: name.trim() === '' ? words.nameMissing : undefined,
    month: isYear && isMonth ? undefined : guardians.wrong,
  }
}

/** 登记一个孩子: his name, year and month, and what is agreed to for him, each for itself and none beforehand. */
export function RegisterSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [typed, setTyped] = useState(EMPTY)
  const [agreed, setAgreed] = useState<ChildPurpose[]>([])
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('children.register')
  const wrong = wrongIn(typed)
  const close = () => {
    setTyped(EMPTY)
    setAgreed([])
    setTried(false)
    onClose()
  }
  const register = async () => {
    setTried(true)
    if (wrong.name || wrong.month) return
    const born = { year: Number(typed.year), month: Number(typed.month) }
    if ((await send({ name: typed.name, born, agreed })).ok) close()
  }
  const field = (part: keyof typeof EMPTY) => ({
    id: `child-${part}`,
    value: typed[part],
    onChange: (value: string) => setTyped({ ...typed, [part]: value }),
  })
  return (
    <Sheet
      id="register-child"
      title={words.register}
      open={open}
      onClose={close}
      act={{ words: words.send, onPress: register, busy: sending }}
    >
      <View className="ld-body">{words.registerHelp}</View>
      <TextInput
        {...field('name')}
        label={words.name}
        hint={words.nameHint}
        error={tried ? wrong.name : undefined}
        maxLength={30}
      />
      <TextInput {...field('year')} type="number" label={guardians.year} maxLength={4} />
      <TextInput
        {...field('month')}
        type="number"
        label={guardians.month}
        error={tried ? wrong.month : undefined}
        maxLength={2}
      />
      <View className="ld-stack">
        {CHILD_PURPOSES.map((purpose) => (
          <SwitchRow
            key={purpose}
            title={words.purposes[purpose].title}
            help={words.purposes[purpose].help}
            on={agreed.includes(purpose)}
            onChange={(on) => setAgreed(on ? [...agreed, purpose] : agreed.filter((one) => one !== purpose))}
          />
        ))}
      </View>
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
