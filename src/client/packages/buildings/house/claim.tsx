import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { PhoneSheet } from '../../../components/phone-sheet'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { go } from '../../../platform/navigate'
import { useSession } from '../../../stores/session'
import { house as words } from '../../../texts/buildings'
import { useCommand } from '../../../use-command'
import type { House } from './house-view'

const KINDS = (['tenant', 'owner', 'family'] as const).map((value) => ({
  value,
  words: words.claimKinds[value],
}))
const WAYS = (['yes', 'no'] as const).map((value) => ({ value, words: words.floatingWays[value] }))

/** 我住这里: a home that counts once the head has confirmed it. Whoever has one already moves with the grid's help. */
export function Claim({ house }: { house: House }) {
  const me = useSession((session) => session.me)
  const [open, setOpen] = useState(false)
  const [phone, setPhone] = useState(false)
  const [kind, setKind] = useState<(typeof KINDS)[number]['value']>('tenant')
  const [floating, setFloating] = useState<'yes' | 'no'>('yes')
  const { send, sending, failure, clear } = useCommand('buildings.claimHome')
  if (me && (me.home || !house.may.includes('claim'))) return null

  const begin = () => {
    if (!me) return go('signIn')
    clear()
    if (me.phone === null) setPhone(true)
    else setOpen(true)
  }
  const claim = async () => {
    const answer = await send({ id: house.id, kind, floating: floating === 'yes' })
    if (answer.ok) setOpen(false)
  }
  return (
    <View>
      <AppButton kind="soft" wide icon="key" onPress={begin}>
        {words.claim}
      </AppButton>
      <Sheet
        id="claim"
        title={words.claimTitle(house.label)}
        open={open}
        onClose={() => setOpen(false)}
        act={{ words: words.claim, onPress: claim, busy: sending }}
      >
        <View className="ld-stack">
          <View className="ld-body">{words.claimHelp}</View>
          <Segmented label={words.claimKind} choices={KINDS} value={kind} onChoose={setKind} />
          <Segmented label={words.floating} choices={WAYS} value={floating} onChoose={setFloating} />
          {failure && <Refused failure={failure} />}
        </View>
      </Sheet>
      <PhoneSheet
        open={phone}
        onClose={() => setPhone(false)}
        onLeft={() => {
          setPhone(false)
          setOpen(true)
        }}
      />
    </View>
  )
}
