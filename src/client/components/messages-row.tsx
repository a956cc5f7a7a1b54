import { useState } from 'react'
import type { Template } from '#core/messages/worth'
import { messages as words } from '../texts/messages'
import { useMessages } from '../use-messages'
import { Card } from './card'
import { Cell } from './cell'

/** 微信提醒: how many one still gets, and one tap for more; absent where WeChat cannot bring any. */
export function MessagesRow({ wanted }: { wanted: readonly Template[] }) {
  const { offers, ask } = useMessages(wanted)
  const [inVain, setInVain] = useState(false)
  if (offers.length === 0) return null
  const more = async () => setInVain(!(await ask('wanted')))
  return (
    <Cell icon="bell" title={words.title} help={inVain ? words.none : words.left(offers)} onPress={more} />
  )
}

/** So many are enough not to be reminded of it at work. */
const ENOUGH = 3

/** The same on the workbench, as long as there are few left. */
export function MessagesCard({ wanted }: { wanted: readonly Template[] }) {
  const { offers } = useMessages(wanted)
  if (!offers.some(({ left }) => left < ENOUGH)) return null
  return (
    <Card>
      <MessagesRow wanted={wanted} />
    </Card>
  )
}
