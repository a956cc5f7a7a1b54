import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { hardship as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import type { Step, StepProps } from './steps'

/** Steps that ask for a few words and nothing else. */
type Said = Exclude<Step, 'record_consent' | 'list' | 'measure' | 'policies' | 'review'>

/** What is said of a measure that is done, or of a strike, may be nothing at all. */
const SILENT: readonly Step[] = ['done', 'strike']

function useStep({ shown, step }: { shown: CaseProps['shown']; step: Said }) {
  const decline = useCommand('hardship.decline')
  const done = useCommand('hardship.done')
  const strike = useCommand('hardship.strike')
  const back = useCommand('hardship.send_back')
  const { id, version, measures } = shown
  const open = measures.find(({ doneAt }) => doneAt === null)
  const all = [decline, done, strike, back]
  return {
    open,
    busy: all.some(({ sending }) => sending),
    failure: all.find(({ failure }) => failure)?.failure,
    send: (said: string) => {
      if (step === 'done') return done.send({ id, version, measureId: open?.id ?? 'none', result: said })
      if (step === 'strike') return strike.send({ id, version, words: said })
      return (step === 'decline' ? decline : back).send({ id, version, words: said })
    },
  }
}

type CaseProps = StepProps & { step: Said }

export function WordsSheet({ shown, step, onDone, onClose }: CaseProps) {
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const { open, busy, failure, send } = useStep({ shown, step })
  const silent = SILENT.includes(step)
  const missing = !silent && said.trim().length < 2
  const press = async () => {
    setTried(true)
    if (!missing && (await send(said.trim())).ok) onDone()
  }
  return (
    <Sheet
      id="case-words"
      title={words.steps[step]}
      open
      onClose={onClose}
      act={{ words: words.steps[step], onPress: press, busy }}
    >
      <View className="ld-body">{words.helps[step]}</View>
      {step === 'done' && open && <View className="ld-md">{words.measure(open.what, open.who)}</View>}
      <TextArea
        id="case-said"
        label={words.words}
        optional={silent}
        value={said}
        error={tried && missing ? words.wordsMissing : undefined}
        maxLength={silent ? 200 : 500}
        onChange={setSaid}
      />
      {failure && <Refused failure={failure} onAct={onDone} />}
    </Sheet>
  )
}
