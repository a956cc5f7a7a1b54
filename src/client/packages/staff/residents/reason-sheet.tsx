import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { residents as words } from '../../../texts/residences'
import { useCommand } from '../../../use-command'

export interface Reasoned {
  id: string
  name: string
  step: 'refuse' | 'report'
}

/** Why not: the one it is about reads it. */
export function ReasonSheet({ id, name, step, onClose }: Reasoned & { onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand(`residences.${step}`)
  const { title, label, placeholder } = words.reason[step]
  const missing = reason.trim().length < 2
  const say = async () => {
    setTried(true)
    if (missing) return
    const answer = await send({ id, reason })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="residence-reason"
      title={`${title}，${name}`}
      open
      onClose={onClose}
      act={{ words: words.steps[step], onPress: say, busy: sending }}
    >
      <TextArea
        id="residence-why"
        label={label}
        placeholder={placeholder}
        value={reason}
        error={tried && missing ? words.missing : undefined}
        onChange={setReason}
        maxLength={200}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
