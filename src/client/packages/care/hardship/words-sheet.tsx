import { View } from '@tarojs/components'
import { ReasonSheet } from '../../../components/reason-sheet'
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
    sending: all.some(({ sending }) => sending),
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
  const { open, send, ...command } = useStep({ shown, step })
  const silent = SILENT.includes(step)
  return (
    <ReasonSheet
      id="case-words"
      title={words.steps[step]}
      act={words.steps[step]}
      field={{
        ...{ id: 'case-said', label: words.words, missing: words.wordsMissing },
        ...{ optional: silent, maxLength: silent ? 200 : 500 },
      }}
      command={{ ...command, clear: onDone }}
      onSend={async (said) => (await send(said.trim())).ok}
      onClose={onClose}
      onDone={onDone}
    >
      <View className="ld-body">{words.helps[step]}</View>
      {step === 'done' && open && <View className="ld-md">{words.measure(open.what, open.who)}</View>}
    </ReasonSheet>
  )
}
