import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Template } from '#core/messages/worth'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { SwitchRow } from '../../../components/switch-row'
import { TextInput } from '../../../components/text-input'
import { sittingWords, offer as words } from '../../../texts/offers'
import { problemAt } from '../../../texts/problems'
import { useCommand } from '../../../use-command'
import { useMessages } from '../../../use-messages'
import type { OfferView, SittingView } from './index'

interface BookSheetProps {
  offer: OfferView
  sitting: SittingView
  /** For a neighbour without a phone. */
  forOther: boolean
  now: number
  onClose: () => void
}

const OF_BOOKINGS: readonly Template[] = ['booking']

/** 约一段, for oneself or for a neighbour whom one helps. */
export function BookSheet({ offer, sitting, forOther, now, onClose }: BookSheetProps) {
  const [name, setName] = useState('')
  const [agreed, setAgreed] = useState(false)
  const { send, sending, failure, clear } = useCommand('offers.book')
  const { ask } = useMessages(OF_BOOKINGS)
  const book = async () => {
    // WeChat asks only in the task of a tap; whoever books may want to be called the evening before.
    void ask('byTheWay')
    const forWhom = forOther ? { name, agreed: agreed as true } : null
    const answer = await send({ id: offer.id, startsAt: sitting.startsAt, forWhom })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="book"
      title={forOther ? words.other : words.sheet}
      open
      onClose={onClose}
      act={{ words: words.yes, onPress: book, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{`${offer.title}，${sittingWords(sitting, now)}，${offer.place}`}</View>
        {forOther && (
          <>
            <View className="ld-sm ld-help">{words.otherHelp}</View>
            <TextInput
              id="other-name"
              label={words.otherName}
              value={name}
              maxLength={12}
              error={problemAt(failure?.fields, 'forWhom.name')}
              onChange={setName}
            />
            <SwitchRow title={words.otherAgreed} on={agreed} onChange={setAgreed} />
          </>
        )}
        <View className="ld-sm ld-help">{words.remind}</View>
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
