import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { house as words } from '../../../texts/buildings'
import { useCommand } from '../../../use-command'

interface OwnerSheetProps {
  id: string
  open: boolean
  onClose: () => void
}

type Contacts = OutputOf<'buildings.readOwner'>

function Contact({ who, contact }: { who: string; contact: Contacts['owner'] }) {
  return (
    <View className="ld-md">
      {[who, contact?.name ?? words.nobody, contact?.phone].filter(Boolean).join(' ')}
    </View>
  )
}

/** The reason first: every look is written down with it. What was seen is gone when the sheet closes. */
export function OwnerSheet({ id, open, onClose }: OwnerSheetProps) {
  const [reason, setReason] = useState('')
  const [seen, setSeen] = useState<Contacts>()
  const { send, sending, failure, clear } = useCommand('buildings.readOwner')
  const look = async () => {
    const answer = await send({ id, reason })
    if (answer.ok) setSeen(answer.data)
  }
  const close = () => {
    setSeen(undefined)
    clear()
    onClose()
  }
  return (
    <Sheet
      id="owner"
      title={words.readOwner}
      open={open}
      onClose={close}
      act={seen ? undefined : { words: words.readOwner, onPress: look, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.ownerLogged}</View>
        {seen ? (
          <View className="ld-tight">
            <Contact who={words.owner} contact={seen.owner} />
            <Contact who={words.manager} contact={seen.manager} />
          </View>
        ) : (
          <TextInput
            id="owner-reason"
            label={words.ownerReason}
            value={reason}
            onChange={setReason}
            maxLength={60}
          />
        )}
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
