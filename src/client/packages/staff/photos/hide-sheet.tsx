import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { photoReview as words } from '../../../texts/content'
import { problemAt } from '../../../texts/problems'
import type { Decide } from './photo-row'

interface HideSheetProps {
  id: string
  of: 'photo' | 'face'
  decide: Decide
  open: boolean
  onClose: () => void
}

/** The author reads it. */
const LONGEST = 200

/** 不显示: why, because whoever took the photo is told. */
export function HideSheet({ id, of, decide, open, onClose }: HideSheetProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = noteProblem(reason)
  const { failure, sending } = decide
  const wrong = (tried ? missing : undefined) ?? problemAt(failure?.fields, 'reason')

  const hide = async () => {
    setTried(true)
    if (!missing && (await decide.send(false, reason))) onClose()
  }
  return (
    <Sheet
      id={`hide-${id}`}
      title={words.hideTitle}
      open={open}
      onClose={onClose}
      act={{ words: words.hide, onPress: hide, busy: sending }}
    >
      <WordsField
        id="hide-reason"
        label={words.reason}
        hint={words.reasonHint[of]}
        phrases={words.phrases[of]}
        maxLength={LONGEST}
        value={reason}
        onChange={setReason}
        error={wrong}
      />
      {failure && !wrong && <Refused failure={failure} onAct={hide} />}
    </Sheet>
  )
}
