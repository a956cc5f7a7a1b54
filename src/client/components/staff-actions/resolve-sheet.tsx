import { useState } from 'react'
import { categoryOf } from '#core/concerns/category'
import { RESULT_KINDS, type ResultKind } from '#core/concerns/concern'
import { resolve as words } from '../../texts/staff'
import { Field } from '../field'
import { PhotoPicker } from '../photo-picker'
import { Segmented } from '../segmented'
import { DeedFrame } from './deed-frame'
import { type DeedProps, useDeed } from './use-deed'
import { MOST_PHOTOS, type ResultPhotos, useResultPhotos } from './use-result-photos'
import { noteProblem, WordsField } from './words-field'

const KINDS = RESULT_KINDS.map((value) => ({ value, words: words.kinds[value] }))

interface PicturesProps {
  pictures: ResultPhotos
  /** A photo must be there, as the rules have it. */
  needed: boolean
  problem: string | undefined
}

function Pictures({ pictures, needed, problem }: PicturesProps) {
  return (
    <Field
      id="resolve-photos"
      label={words.photos}
      hint={needed ? words.photoNeeded : words.photoFree}
      error={pictures.refused ?? problem}
      optional={!needed}
    >
      <PhotoPicker
        photos={pictures.photos}
        max={MOST_PHOTOS}
        onAdd={pictures.add}
        onRemove={pictures.remove}
      />
    </Field>
  )
}

/** 办结: what was done, in words and, where there is something to see, in pictures. */
export function ResolveSheet(props: DeedProps) {
  const { physical } = categoryOf(props.concern.category)
  const [kind, setKind] = useState<ResultKind>(physical ? 'fixed' : 'explained')
  const [note, setNote] = useState(words.prefill[kind])
  const [tried, setTried] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [stuck, setStuck] = useState(false)
  const step = useDeed('concerns.resolve', props)
  const pictures = useResultPhotos()

  const needed = physical && kind === 'fixed'
  const missingPhoto = needed && pictures.photos.length === 0 ? words.photoMissing : undefined
  const missing = noteProblem(note)

  const choose = (one: ResultKind) => {
    // Only words of ours are exchanged; what was typed stays.
    if (note === words.prefill[kind]) setNote(words.prefill[one])
    setKind(one)
  }
  const send = async () => {
    setTried(true)
    setStuck(false)
    if (missing || missingPhoto || leaving) return
    setLeaving(true)
    const photoIds = await pictures.settle()
    if (photoIds) await step.send({ outcome: { kind, note, photoIds } })
    else setStuck(true)
    setLeaving(false)
  }
  const beside = step.problem('outcome.note')
  const photoProblem = (tried ? missingPhoto : undefined) ?? (stuck ? words.photosStuck : undefined)
  return (
    <DeedFrame
      {...props}
      deed="resolve"
      underWay={{ ...step, sending: step.sending || leaving }}
      onSend={send}
      saidBeside={beside !== undefined}
    >
      <Segmented label={words.kind} choices={KINDS} value={kind} onChoose={choose} />
      <Pictures pictures={pictures} needed={needed} problem={photoProblem} />
      <WordsField
        id="resolve-note"
        label={words.note}
        hint={words.hint[props.concern.visibility]}
        value={note}
        onChange={setNote}
        error={(tried ? missing : undefined) ?? beside}
      />
    </DeedFrame>
  )
}
