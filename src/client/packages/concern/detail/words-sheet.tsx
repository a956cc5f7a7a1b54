import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { detail as words } from '../../../texts/detail'
import { problemAt } from '../../../texts/problems'
import { isSettled, useCommand } from '../../../use-command'
import type { ConcernDetail } from './concern-detail'

interface WordsSheetProps {
  concern: ConcernDetail
  open: boolean
  onClose: () => void
}

/** The shortest reason a handler can act on, as the contract counts. */
const SHORTEST = 2
const tooShort = [{ path: 'note', problem: 'min_length', limit: SHORTEST }]

/** 还没好: what is missing, so that the same desk knows where to go on. */
export function ReopenSheet({ concern, open, onClose }: WordsSheetProps) {
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('concerns.reopen', concern.title)
  const short = note.trim().length < SHORTEST
  const wrong = problemAt(tried && short ? tooShort : failure?.fields, 'note')

  const ask = async () => {
    setTried(true)
    if (short) return
    const answered = await send({ id: concern.id, version: concern.version, note })
    if (isSettled(answered)) onClose()
  }
  return (
    <Sheet
      id="reopen"
      title={words.reopen.title}
      open={open}
      onClose={onClose}
      act={{ words: words.reopen.send, onPress: ask, busy: sending }}
    >
      <TextArea
        id="reopen-note"
        label={words.reopen.words}
        hint={words.reopen.hint}
        value={note}
        onChange={setNote}
        error={wrong}
      />
      {failure && !wrong && <Refused failure={failure} onAct={ask} />}
    </Sheet>
  )
}

/** 不用办了: asked once more, since it cannot be taken back. */
export function WithdrawSheet({ concern, open, onClose }: WordsSheetProps) {
  const [note, setNote] = useState('')
  const { send, sending, failure } = useCommand('concerns.withdraw')
  const wrong = problemAt(failure?.fields, 'note')

  const withdraw = async () => {
    const answered = await send({ id: concern.id, version: concern.version, note })
    if (answered.ok) onClose()
  }
  return (
    <Sheet
      id="withdraw"
      title={words.withdraw.title}
      open={open}
      onClose={onClose}
      act={{ words: words.withdraw.send, onPress: withdraw, busy: sending }}
      cancel={words.withdraw.cancel}
    >
      <TextArea
        id="withdraw-note"
        label={words.withdraw.words}
        optional
        value={note}
        onChange={setNote}
        error={wrong}
      />
      {failure && !wrong && <Refused failure={failure} onAct={withdraw} />}
    </Sheet>
  )
}
