import type { Said } from '#core/council/paper'
import { CHOICES, type Choice } from '#core/council/tally'
import { Segmented } from '../../../components/segmented'
import { choiceWords } from '../../../texts/council'
import { slips as words } from '../../../texts/slips'
import { PaperBallot, type PaperView } from '../ballot/paper-ballot'

const CHOICES_SAID = CHOICES.map((value) => ({ value, words: choiceWords[value] }))

interface ChoiceProps {
  slate: PaperView | null
  value: Said | undefined
  onChoose: (said: Said) => void
}

/** What stands on a slip; nothing is chosen beforehand, so that nobody nods through what he did not read. */
export function ChoiceOnSlip({ slate, value, onChoose }: ChoiceProps) {
  if (slate)
    return (
      <PaperBallot
        label={words.onSlip}
        slate={slate}
        now={null}
        chosen={typeof value === 'string' ? undefined : value}
        onChoose={onChoose}
      />
    )
  return (
    <Segmented<Choice | ''>
      label={words.onSlip}
      choices={CHOICES_SAID}
      value={typeof value === 'string' ? value : ''}
      onChoose={(choice) => choice !== '' && onChoose(choice)}
    />
  )
}
