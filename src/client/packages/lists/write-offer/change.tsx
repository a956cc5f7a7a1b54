import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { Page } from '../../../components/page'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { replace } from '../../../platform/navigate'
import { writeOffer as words } from '../../../texts/offers'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import { draftOf } from './draft'
import { OfferForm, useDraft } from './form'
import { WritingPage } from './writing-page'

/** The reason is asked for once it is known that a time somebody has booked is gone. */
function useNote() {
  const [asked, setAsked] = useState(false)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const check = (): boolean => {
    const found = asked ? noteProblem(note) : undefined
    setProblem(found)
    return !found
  }
  return { asked, ask: () => setAsked(true), note, setNote, problem, check }
}

function Changing({ offer }: { offer: OutputOf<'offers.get'> }) {
  const now = useNow()
  // What he read when he began: what somebody else changed meanwhile is not written over.
  const [{ id, version }] = useState(offer)
  const { draft, change, wrong, read } = useDraft(() => draftOf(offer))
  const why = useNote()
  const { send, sending, failure, clear } = useCommand('offers.change')
  const save = async () => {
    const said = read(now)
    if (!said || !why.check()) return
    const answer = await send({ ...said, id, version, note: why.asked ? why.note.trim() : null })
    if (answer.ok) replace('offer', { id })
    else if (answer.error.code === 'SITTINGS_BOOKED') why.ask()
  }
  const page = { title: words.change, send: words.save, sending, onSend: save, wrong, failure }
  return (
    <WritingPage {...page} onClear={clear}>
      <OfferForm draft={draft} change={change} isNew={false} />
      {why.asked && (
        <WordsField
          id="change-note"
          label={words.why}
          value={why.note}
          error={why.problem}
          maxLength={200}
          onChange={why.setNote}
        />
      )}
    </WritingPage>
  )
}

/** 改一项服务: everybody who booked something that becomes different is told. */
export function ChangeOffer({ id }: { id: string }) {
  const asked = useAsk('offers.get', { id })
  if (asked.data) return <Changing offer={asked.data} />
  return (
    <Page title={words.change}>
      <Answered ask={asked} rows={5}>
        {() => null}
      </Answered>
    </Page>
  )
}
