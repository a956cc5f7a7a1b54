import { View } from '@tarojs/components'
import { useState } from 'react'
import { levelAbove, levelBelow } from '#core/concerns/ladder'
import { delegateWords, escalateWords, noteWords } from '../../texts/staff'
import { DeedFrame } from './deed-frame'
import { type DeedProps, useDeed } from './use-deed'
import { noteProblem, WordsField } from './words-field'

/** 可以公开, 开始办, 接着办: one tap says it all. */
export function OneTapSheet({ deed, ...props }: DeedProps & { deed: 'release' | 'start' | 'resume' }) {
  const step = useDeed(`concerns.${deed}`, props)
  return <DeedFrame {...props} deed={deed} underWay={step} onSend={() => step.send({})} />
}

type NotedDeed = 'reject_content' | 'contact' | 'arrive' | 'return' | 'verify' | 'escalate' | 'delegate'

interface NotedProps extends DeedProps {
  deed: NotedDeed
  words: { label: string; hint?: string; placeholder?: string; phrases?: readonly string[] }
  prefill?: string
  optional?: boolean
  /** To whom it goes. */
  to?: string
}

/** A deed that needs a few words and nothing else. */
function NotedSheet({ deed, words, prefill = '', optional, to, ...props }: NotedProps) {
  const [note, setNote] = useState(prefill)
  const [tried, setTried] = useState(false)
  const step = useDeed(`concerns.${deed}`, props)
  const missing = optional ? undefined : noteProblem(note)
  const beside = (tried ? missing : undefined) ?? step.problem('note')

  const send = () => {
    setTried(true)
    if (!missing) step.send({ note })
  }
  return (
    <DeedFrame
      {...props}
      deed={deed}
      underWay={step}
      onSend={send}
      saidBeside={step.problem('note') !== undefined}
    >
      {to && <View className="ld-body">{to}</View>}
      <WordsField
        {...words}
        id={`${deed}-note`}
        value={note}
        onChange={setNote}
        error={beside}
        optional={optional}
      />
    </DeedFrame>
  )
}

export const NoteSheet = ({ deed, ...props }: DeedProps & { deed: keyof typeof noteWords }) => (
  <NotedSheet {...props} deed={deed} words={noteWords[deed]} optional={deed === 'verify'} />
)

export function EscalateSheet(props: DeedProps) {
  const to = levelAbove(props.concern.level)
  const { label, prefill, to: goes } = escalateWords
  return <NotedSheet {...props} deed="escalate" words={{ label }} prefill={prefill(to)} to={goes(to)} />
}

export function DelegateSheet(props: DeedProps) {
  const to = levelBelow(props.concern.level)
  const { label, prefill, to: goes } = delegateWords
  return <NotedSheet {...props} deed="delegate" words={{ label }} prefill={prefill(to)} to={goes(to)} />
}
