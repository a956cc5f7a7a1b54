import { View } from '@tarojs/components'
import { useState } from 'react'
import { DECLINE_REASONS, type DeclineReason } from '#core/concerns/concern'
import { problemAt } from '../../texts/problems'
import { accept, decline, placementWords } from '../../texts/staff'
import { Choices } from './choices'
import { DeedFrame } from './deed-frame'
import { type Placement, placementsFor, samePlacement, usualPlacement } from './placements'
import { type DeedProps, useDeed } from './use-deed'
import { noteProblem, WordsField } from './words-field'

const notChosen = problemAt([{ path: 'choice', problem: 'picklist' }], 'choice')

/** 受理: who handles it; the desk its kind and place lead to is chosen already. */
export function AcceptSheet(props: DeedProps) {
  const { concern } = props
  const [chosen, setChosen] = useState<Placement | undefined>(() => usualPlacement(concern))
  const [tried, setTried] = useState(false)
  const step = useDeed('concerns.accept', props)
  const refused = step.failure?.code === 'VALIDATION' ? accept.refused : undefined

  const send = () => {
    setTried(true)
    if (chosen) step.send(chosen)
  }
  const choose = (placement: Placement) => {
    step.clear()
    setChosen(placement)
  }
  return (
    <DeedFrame {...props} deed="accept" underWay={step} onSend={send} saidBeside={refused !== undefined}>
      <Choices
        id="accept-desk"
        label={accept.label}
        hint={accept.owner}
        error={refused ?? (tried && !chosen ? notChosen : undefined)}
        options={placementsFor(concern).map((value) => ({ value, ...placementWords(value) }))}
        isChosen={(value) => chosen !== undefined && samePlacement(value, chosen)}
        onChoose={choose}
      />
    </DeedFrame>
  )
}

const isPrefill = (note: string): boolean =>
  DECLINE_REASONS.some((reason) => decline.reasons[reason].prefill === note.trim())

/** 不受理: the reason, and the very words the reporter will read. */
export function DeclineSheet(props: DeedProps) {
  const [reason, setReason] = useState<DeclineReason>()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const step = useDeed('concerns.decline', props)
  const missing = noteProblem(note)

  const choose = (one: DeclineReason) => {
    setReason(one)
    // Only words of ours are exchanged; what was typed stays.
    if (isPrefill(note)) setNote(decline.reasons[one].prefill)
  }
  const send = () => {
    setTried(true)
    if (reason && !missing) step.send({ reason, note })
  }
  const beside = step.problem('note')
  return (
    <DeedFrame {...props} deed="decline" underWay={step} onSend={send} saidBeside={beside !== undefined}>
      <Choices
        id="decline-reason"
        label={decline.label}
        error={tried && !reason ? notChosen : undefined}
        options={DECLINE_REASONS.map((value) => ({ value, ...decline.reasons[value] }))}
        isChosen={(value) => value === reason}
        onChoose={choose}
      />
      <View>
        <WordsField
          id="decline-note"
          label={decline.note}
          hint={decline.hint}
          placeholder={reason && decline.reasons[reason].placeholder}
          value={note}
          onChange={setNote}
          error={(tried ? missing : undefined) ?? beside}
        />
      </View>
    </DeedFrame>
  )
}
