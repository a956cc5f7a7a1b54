import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { PhoneSheet } from '../../../components/phone-sheet'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { Choices } from '../../../components/staff-actions/choices'
import { go } from '../../../platform/navigate'
import { useSession } from '../../../stores/session'
import { kindWords, claim as words } from '../../../texts/residences'
import { useCommand } from '../../../use-command'
import { useFreshMe } from '../../../use-fresh-me'
import type { House } from './house-view'

const DAY = 86_400_000
const KINDS = (['tenant', 'owner', 'family'] as const).map((value) => ({ value, words: kindWords[value] }))
const WAYS = (['yes', 'no'] as const).map((value) => ({ value, words: words.ways[value] }))
const SPANS = Object.entries(words.spans).map(([days, said]) => ({ value: Number(days), words: said }))

interface ClaimSheetProps {
  house: House
  /** The house he is registered in now. */
  from: string | undefined
  open: boolean
  onClose: () => void
}

function ClaimSheet({ house, from, open, onClose }: ClaimSheetProps) {
  const [kind, setKind] = useState<(typeof KINDS)[number]['value']>('tenant')
  const [floating, setFloating] = useState<'yes' | 'no'>('yes')
  const [days, setDays] = useState(0)
  const { send, sending, failure, clear } = useCommand('residences.claim')
  const claim = async () => {
    // A minute ago at the latest, for phones' clocks run ahead.
    const since = Date.now() - Math.max(days * DAY, 60_000)
    const said = { buildingId: house.id, kind, floating: floating === 'yes', since }
    const answer = await send({ ...said, moving: from !== undefined })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="claim"
      title={words.title(house.label)}
      open={open}
      onClose={onClose}
      act={{ words: from ? words.move : words.press, onPress: claim, busy: sending }}
    >
      <View className="ld-stack">
        {from && <View className="ld-body">{words.moveHelp(from)}</View>}
        <View className="ld-body">{words.help}</View>
        <Segmented label={words.kind} choices={KINDS} value={kind} onChoose={setKind} />
        <Segmented label={words.floating} choices={WAYS} value={floating} onChoose={setFloating} />
        <Choices
          id="claim-since"
          label={words.since}
          options={SPANS}
          isChosen={(value) => value === days}
          onChoose={setDays}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}

/** 我住这里, 我搬到这里了: a home that counts once the head or the grid has vouched for it. */
export function Claim({ house }: { house: House }) {
  useFreshMe()
  const me = useSession((session) => session.me)
  const [asking, setAsking] = useState<'home' | 'phone'>()
  if (me && !house.may.includes('claim')) return null

  const begin = () => {
    if (!me) return go('signIn')
    setAsking(me.phone === null ? 'phone' : 'home')
  }
  const close = () => setAsking(undefined)
  return (
    <View>
      <AppButton kind="soft" wide icon="key" onPress={begin}>
        {me?.home ? words.move : words.press}
      </AppButton>
      <ClaimSheet house={house} from={me?.home?.label} open={asking === 'home'} onClose={close} />
      <PhoneSheet open={asking === 'phone'} onClose={close} onLeft={() => setAsking('home')} />
    </View>
  )
}
