import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { categoryOf } from '#core/concerns/category'
import { PAUSE_REASONS, type PauseReason } from '#core/concerns/concern'
import { momentWords } from '../../texts/dates'
import { extension, pause } from '../../texts/staff'
import { Segmented } from '../segmented'
import { Choices } from './choices'
import { DeedFrame } from './deed-frame'
import { laterDeadlines, pauses } from './moments'
import { type DeedProps, useDeed } from './use-deed'
import { noteProblem, WordsField } from './words-field'

/** The moments offered are counted when the sheet opens: a retry sends the very same. */
function useOpenedAt(open: boolean): number {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening makes a new moment
  return useMemo(() => Date.now(), [open])
}

const momentsOf = (moments: number[], now: number) =>
  moments.map((at) => ({ value: at, words: momentWords(at, now) }))

/** 停一停: what is waited for and until when; the clock stands still. */
export function PauseSheet(props: DeedProps) {
  const now = useOpenedAt(props.open)
  const [reason, setReason] = useState<PauseReason>()
  const [until, setUntil] = useState<number>()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const step = useDeed('concerns.pause', props)
  const missing = noteProblem(note)

  const send = () => {
    setTried(true)
    if (reason && until && !missing) step.send({ reason, until, note })
  }
  const beside = step.problem('note')
  return (
    <DeedFrame {...props} deed="pause" underWay={step} onSend={send} saidBeside={beside !== undefined}>
      <Choices
        id="pause-reason"
        label={pause.label}
        error={tried && !reason ? pause.missing : undefined}
        options={PAUSE_REASONS.map((value) => ({ value, words: pause.reasons[value] }))}
        isChosen={(value) => value === reason}
        onChoose={setReason}
      />
      <Choices
        id="pause-until"
        label={pause.until}
        hint={pause.most}
        error={tried && !until ? pause.missing : undefined}
        options={momentsOf(pauses(now), now)}
        isChosen={(at) => at === until}
        onChoose={setUntil}
      />
      <WordsField
        id="pause-note"
        label={pause.note}
        placeholder={pause.placeholder}
        value={note}
        onChange={setNote}
        error={(tried ? missing : undefined) ?? beside}
      />
    </DeedFrame>
  )
}

/** 申请延期: a later deadline, never further away than one more span. */
export function AskExtensionSheet(props: DeedProps) {
  const { concern, open } = props
  const now = useOpenedAt(open)
  const [until, setUntil] = useState<number>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const step = useDeed('concerns.ask_extension', props)
  const missing = noteProblem(reason)

  const send = () => {
    setTried(true)
    if (until && !missing) step.send({ until, reason })
  }
  const beside = step.problem('reason')
  return (
    <DeedFrame
      {...props}
      deed="ask_extension"
      underWay={step}
      onSend={send}
      saidBeside={beside !== undefined}
    >
      <Choices
        id="extension-until"
        label={extension.until}
        hint={extension.hint(concern.dueAt, now)}
        error={tried && !until ? extension.missing : undefined}
        options={momentsOf(laterDeadlines(concern.dueAt, categoryOf(concern.category).resolve), now)}
        isChosen={(at) => at === until}
        onChoose={setUntil}
      />
      <WordsField
        id="extension-reason"
        label={extension.reason}
        placeholder={extension.placeholder}
        value={reason}
        onChange={setReason}
        error={(tried ? missing : undefined) ?? beside}
      />
    </DeedFrame>
  )
}

const ANSWERS = [
  { value: 'approve', words: extension.approve },
  { value: 'refuse', words: extension.refuse },
] as const

/** 答复延期: what was asked and why, and yes or no. */
export function AnswerExtensionSheet(props: DeedProps) {
  const { concern, open } = props
  const now = useOpenedAt(open)
  const [answer, setAnswer] = useState<(typeof ANSWERS)[number]['value']>('approve')
  const [note, setNote] = useState('')
  const step = useDeed('concerns.answer_extension', props)
  const asked = concern.extensionAsked
  const beside = step.problem('note')
  return (
    <DeedFrame
      {...props}
      deed="answer_extension"
      underWay={step}
      onSend={() => step.send({ approve: answer === 'approve', note })}
      saidBeside={beside !== undefined}
    >
      {asked && (
        <View>
          <View className="ld-md">{extension.asked(asked.until, now)}</View>
          <View className="ld-body">{asked.reason}</View>
        </View>
      )}
      <Segmented label={extension.answer} choices={ANSWERS} value={answer} onChoose={setAnswer} />
      <WordsField
        id="extension-note"
        label={extension.note}
        optional
        value={note}
        onChange={setNote}
        error={beside}
      />
    </DeedFrame>
  )
}
