import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { TextInput } from '../../../components/text-input'
import { answering as words } from '../../../texts/volunteers'
import { useCommand } from '../../../use-command'

const BLANK = { title: '', cost: '10', stock: '10' }
const FIELDS = [
  ['title', words.what],
  ['cost', words.cost],
  ['stock', words.stock],
] as const

/** A small thing the community gives for points. */
export function Offer() {
  const [draft, setDraft] = useState(BLANK)
  const [done, setDone] = useState(false)
  const { send, sending, failure, clear } = useCommand('points.offer')
  const offer = async () => {
    const { title, cost, stock } = draft
    const answer = await send({ title, cost: Number(cost), stock: Number(stock) })
    setDone(answer.ok)
    if (answer.ok) setDraft(BLANK)
  }
  return (
    <Section title={words.offer}>
      <View className="ld-stack">
        {FIELDS.map(([field, label]) => (
          <TextInput
            key={field}
            id={`reward-${field}`}
            type={field === 'title' ? 'text' : 'number'}
            label={label}
            value={draft[field]}
            maxLength={30}
            onChange={(value) => setDraft({ ...draft, [field]: value })}
          />
        ))}
        {failure && <Refused failure={failure} onAct={clear} />}
        {done && <Notice icon="check" title={words.offered} />}
        <AppButton kind="soft" wide busy={sending} onPress={offer}>
          {words.offer}
        </AppButton>
      </View>
    </Section>
  )
}
